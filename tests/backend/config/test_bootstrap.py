"""A bare machine gets sentences, never tracebacks."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from backend.config import bootstrap
from backend.config.bootstrap import Failure

FILE = Path(bootstrap.__file__)
AS_OLD_PYTHON = "import runpy, sys; sys.version_info = (3, 6, 15); runpy.run_path(sys.argv[1], run_name='__main__')"


def test_python_3_6_can_read_it() -> None:
    ast.parse(FILE.read_text(), feature_version=(3, 6))


def test_an_old_python_is_told_in_one_sentence() -> None:
    command = [sys.executable, "-c", AS_OLD_PYTHON, str(FILE), "run"]
    told = subprocess.run(command, capture_output=True, text=True, check=False, env={"PATH": "/nowhere"})
    sentence = "Thaw needs Python 3.11 or newer, and this is 3.6: install a newer one beside it."
    assert (told.returncode, told.stdout, told.stderr.strip()) == (1, "", sentence)


def test_a_failed_step_says_its_cause_and_where_the_rest_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATA_DIR", str(tmp_path))
    with pytest.raises(Failure) as failure:
        bootstrap.step("Counting", [sys.executable, "-c", "raise ValueError('no more numbers')"])
    log = tmp_path.resolve() / "logs" / "setup.log"
    assert str(failure.value) == f"'Counting' did not work: ValueError: no more numbers (details: {log})."
    assert capsys.readouterr().out == "Counting ... failed\n"
    assert "Traceback" in log.read_text()


@pytest.mark.parametrize(
    ("output", "beginning"),
    [
        (
            "ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device",
            "The disk is full:",
        ),
        ("npm error code ENOSPC\nnpm error nospc There is no room", "The disk is full:"),
        ("'NewConnectionError(': Temporary failure in name resolution", "The package registry cannot be reached:"),
        ("npm error code EAI_AGAIN\nnpm error request failed", "The package registry cannot be reached:"),
        (
            "npm error code EUSAGE\nnpm error\nnpm error Lock file is old.\nnpm error More",
            "'Work' did not work: Lock file is old (",
        ),
        (
            "transforming\nerror during build:\nBuild error: no entry\n    at a (b:1)",
            "'Work' did not work: Build error: no entry (",
        ),
        ("all was well until it was not", "'Work' did not work: all was well until it was not ("),
        ("", "'Work' did not work: no output ("),
    ],
)
def test_a_cause_becomes_a_sentence(output: str, beginning: str) -> None:
    sentence = bootstrap.sentence("Work", output, Path("/log"))
    assert sentence.startswith(beginning)
    assert "\n" not in sentence
