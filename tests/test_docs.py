"""What the READMEs show is what happens: every command is run, every output compared.

`pytest tests/test_docs.py --renew` writes the outputs anew.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cli import cli
from app.settings import Settings

ROOT = Path(__file__).resolve().parents[1]
READMES = ("README.md", "README.ko.md")
ADDRESS = "http://127.0.0.1:8000"
_BLOCK = re.compile(r"(?<=```console\n).*?(?=```)", re.DOTALL)
_STEP = re.compile(
    r"^\$ (?P<command>.*(?:(?<=\\)\n.*)*)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE
)


@pytest.fixture(scope="module")
def workplace(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder like the checkout, with the sample graph in it, to run commands in."""
    folder = tmp_path_factory.mktemp("checkout")
    for name in ("graph", "seeds", "app", "extractors"):
        (folder / name).symlink_to(ROOT / name)
    command = folder / ".venv" / "bin" / "sanmaek"
    command.parent.mkdir(parents=True)
    command.write_text(
        f"#!{sys.executable}\nimport sys\nsys.path.insert(0, {str(ROOT)!r})\n"
        "from app.cli import main\nmain()\n",
        encoding="utf-8",
    )
    command.chmod(0o755)
    done = subprocess.run(
        [command, "ingest", "seeds/articles"], cwd=folder, check=False, capture_output=True
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


@pytest.fixture(scope="module")
def address(workplace: Path) -> Iterator[str]:
    """The address of a server over the sample graph."""
    with subprocess.Popen(
        [".venv/bin/sanmaek", "serve", "--port", "0"],
        cwd=workplace,
        stderr=subprocess.PIPE,
        text=True,
    ) as server:
        assert server.stderr is not None
        found = re.search(r"http://[\d.:]+", server.stderr.readline())
        try:
            assert found
            yield found[0]
        finally:
            server.terminate()


@pytest.mark.skipif(shutil.which("curl") is None, reason="the READMEs' examples call curl")
@pytest.mark.parametrize("readme", READMES)
def test_every_example_gives_what_the_readme_shows(
    readme: str, workplace: Path, address: str, pytestconfig: pytest.Config
) -> None:
    path = ROOT / readme
    text = path.read_text(encoding="utf-8")
    steps = [step for block in _BLOCK.finditer(text) for step in _STEP.finditer(block[0])]
    assert len(steps) >= 3
    renewed = _BLOCK.sub(
        lambda block: _STEP.sub(lambda step: _run(step, workplace, address), block[0]), text
    )
    if pytestconfig.getoption("renew"):
        path.write_text(renewed, encoding="utf-8")
    else:
        assert renewed == text


def _run(step: re.Match[str], workplace: Path, address: str) -> str:
    command = step["command"].replace(ADDRESS, address)
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=workplace,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "COLUMNS": "100", "LC_ALL": "C.UTF-8"},
    )
    assert done.returncode == 0, (command, done.stderr)
    output = (done.stdout + done.stderr).replace(address, ADDRESS).replace("\ufeff", "")
    newline = "\n" if output and not output.endswith("\n") else ""
    return f"$ {step['command']}\n{output}{newline}"


def test_both_readmes_show_the_same_examples_and_chapters() -> None:
    english, korean = ((ROOT / readme).read_text(encoding="utf-8") for readme in READMES)
    assert _BLOCK.findall(english) == _BLOCK.findall(korean)
    assert english.count("\n## ") == korean.count("\n## ")
    assert english.count("\n| ") == korean.count("\n| ")


@pytest.mark.parametrize("readme", READMES)
def test_every_setting_is_explained(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for variable, _, _ in Settings().described():
        assert f"`{variable}`" in text


@pytest.mark.parametrize("readme", READMES)
def test_every_command_of_make_and_of_sanmaek_is_named(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    for target in re.findall(r"^(\w+):.*## ", makefile, re.MULTILINE):
        assert f"make {target}" in text
    named = [command.name for command in cli.registered_commands]
    assert len(named) >= 13
    for name in named:
        assert f"sanmaek {name}" in text


@pytest.mark.parametrize("readme", READMES)
def test_every_path_that_is_named_exists(readme: str) -> None:
    text = (ROOT / readme).read_text(encoding="utf-8")
    for target in re.findall(r"\]\(([^)#:]+)\)", text):
        assert (ROOT / target).exists(), target
