from pathlib import Path

import pytest

from graphbuild.errors import SettingsError
from graphbuild.settings import KEYS, Settings, load_settings


@pytest.fixture(autouse=True)
def _working_folder(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)


def test_without_a_file_the_defaults_hold():
    assert load_settings() == Settings(
        base="https://w3id.org/graphbuild/id/",
        output=Path("output"),
        max_bytes=20_000_000,
        max_chars=200_000,
        languages=("fr", "en"),
    )


def test_the_working_folder_s_file_is_read_and_the_command_line_wins():
    Path("graphbuild.toml").write_text('base = "https://example.org/n/"\nmax_chars = 10\noutput = "a"\n')
    settings = load_settings(output=Path("b"), max_bytes=None)
    assert settings == Settings(base="https://example.org/n/", max_chars=10, output=Path("b"))


def test_a_path_given_is_read_instead(tmp_path):
    Path("graphbuild.toml").write_text("max_chars = 10\n")
    other = tmp_path / "other.toml"
    other.write_bytes(b'\xef\xbb\xbflanguages = ["en"]\n')
    assert load_settings(other) == Settings(languages=("en",))


def test_languages_are_kept_in_one_order():
    assert load_settings(languages=["en", "fr", "en"]).languages == ("fr", "en")


def test_unknown_key_names_it_the_file_and_what_is_allowed():
    Path("graphbuild.toml").write_text('outptu = "x"\n')
    with pytest.raises(SettingsError) as caught:
        load_settings()
    message = str(caught.value)
    assert "'outptu'" in message
    assert "graphbuild.toml" in message
    assert all(key in message for key in KEYS)


def test_unknown_override_is_an_error_too():
    with pytest.raises(SettingsError, match=r"'bases' in the command line"):
        load_settings(bases="https://example.org/")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("base", 3),
        ("base", ""),
        ("base", "example.org/"),
        ("base", "ftp://example.org/"),
        ("base", "https://example.org/x"),
        ("base", "https:///x/"),
        ("base", "https://example.org/a b/"),
        ("base", "https://example.org/<a>/"),
        ("base", 'https://example.org/"/'),
        ("base", "https://example.org/a#b/"),
        ("base", "https://example.org/a#"),
        ("base", "https://example.org/a/#"),
        ("base", "https://example.org#"),
        ("base", "https://example.org/?a=/"),
        ("base", "https://example.org/\n/"),
        ("output", 1),
        ("output", ""),
        ("output", "a\0b"),
        ("max_bytes", "10"),
        ("max_bytes", 0),
        ("max_bytes", True),
        ("max_chars", 1.5),
        ("max_chars", -1),
        ("languages", "fr"),
        ("languages", []),
        ("languages", ["fr", "de"]),
        ("languages", [1]),
        ("languages", [["fr"]]),
    ],
)
def test_wrong_value_names_the_key_the_value_and_an_example(key, value):
    with pytest.raises(SettingsError) as caught:
        load_settings(**{key: value})
    message = str(caught.value)
    assert repr(key) in message
    assert repr(value) in message
    assert "such as" in message


@pytest.mark.parametrize(
    "base",
    ["http://localhost:8080/", "https://exämple.org/é/a%20b/", "https://a.b/c/"],
)
def test_bases_that_are_fine(base):
    assert load_settings(base=base).base == base


def test_missing_file_that_was_asked_for(tmp_path):
    with pytest.raises(SettingsError, match=r"nowhere\.toml cannot be read: No such file"):
        load_settings(tmp_path / "nowhere.toml")


@pytest.mark.parametrize("content", [b"base = ", b"\xff\xfe\x00", b"a = 1\na = 2\n"])
def test_broken_file_is_named(content):
    Path("graphbuild.toml").write_bytes(content)
    with pytest.raises(SettingsError, match=r"graphbuild\.toml is not valid TOML"):
        load_settings()
