"""Every picture of README.md, from the samples: ``make screenshots``."""

import shutil
import subprocess
import sys

from pictures import EXAMPLE, ROOT, photograph
from server_pictures import photograph_server


def main() -> None:
    """Build the samples in a folder of its own and photograph their page, and the server over them."""
    folder = ROOT / "build" / "screenshots"
    shutil.rmtree(folder, ignore_errors=True)
    program = [sys.executable, "-m", "graphbuild", "build", "graphbuild/samples", "-o", str(folder)]
    subprocess.run(program, check=True, cwd=ROOT)
    photograph(folder / "graph.html", EXAMPLE)
    photograph_server(folder, EXAMPLE)


if __name__ == "__main__":
    main()
