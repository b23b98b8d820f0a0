"""What a server is told when it starts."""

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path
from typing import Final

from graphbuild.errors import SettingsError
from graphbuild.settings import Settings

MEGABYTE: Final = 2**20
LOCAL_NAMES: Final = frozenset({"localhost"})


@dataclass(frozen=True, slots=True)
class Service:
    """Where the server listens, what it shows, and what it allows. Times are seconds, sizes bytes."""

    settings: Settings = field(default_factory=Settings)
    host: str = "127.0.0.1"
    port: int = 8000
    names: tuple[str, ...] = ()  # under which it is reached, besides its addresses
    time_limit: float = 30.0
    max_result: int = 64 * MEGABYTE
    workers: int = 2
    edit: bool = False
    token: str | None = None

    @property
    def output(self) -> Path:
        return self.settings.output

    @property
    def loopback(self) -> bool:
        """Whether only this machine reaches it."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether a name or an address means this machine itself."""
    try:
        return host in LOCAL_NAMES or ip_address(host).is_loopback
    except ValueError:
        return False


def checked(service: Service) -> Service:
    """The service itself; ``SettingsError`` where others could write without a secret."""
    if service.edit and not service.loopback and not service.token:
        raise SettingsError(
            f"--edit with --host {service.host} would let the network change the graph. "
            "Name a file that holds a secret with --token-file, or listen on 127.0.0.1."
        )
    return service
