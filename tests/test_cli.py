"""The command line: help, exit codes, and errors without tracebacks."""

import subprocess
import sys

import pytest

from analysis.__main__ import main


@pytest.mark.parametrize("command", ["check", "notebooks", "site", "update-kobis", "new-notebook"])
def test_every_command_has_help(command, capsys):
    with pytest.raises(SystemExit) as exit_:
        main([command, "--help"])
    assert exit_.value.code == 0
    assert "usage: python -m analysis" in capsys.readouterr().out


def test_the_module_lists_its_commands():
    result = subprocess.run(
        [sys.executable, "-m", "analysis", "--help"], capture_output=True, text=True, check=True
    )
    for command in ("check", "notebooks", "site", "update-kobis", "new-notebook"):
        assert command in result.stdout


@pytest.mark.parametrize("arguments", [[], ["chekc"], ["new-notebook"]])
def test_wrong_usage_exits_with_2(arguments, capsys):
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == 2
    assert "error:" in capsys.readouterr().err


def test_check_counts_what_is_sound(capsys):
    assert main(["check"]) == 0
    assert "sound" in capsys.readouterr().out


def test_check_lists_faults_and_exits_with_1(data, change, capsys):
    row = {"date": "2009-07-03", "chain": "CGV"}
    change("ticket_prices.csv", row, "weekday_price_krw", "free")
    assert main(["check", "--data", str(data)]) == 1
    out = capsys.readouterr().out
    assert "ticket_prices.csv, line 2, column weekday_price_krw: found 'free'" in out
    assert "1 fault found" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["notebooks", "01_markets"], "is it '01_market'?"),
        (["new-notebook", "music"], "two digits and a subject"),
        (["check", "--data", "no-such-folder"], "datapackage.json: expected this file to exist"),
    ],
)
def test_errors_are_one_message_without_traceback(arguments, message, capsys):
    assert main(arguments) == 1
    err = capsys.readouterr().err
    assert err.startswith("error: ")
    assert message in err
    assert "Traceback" not in err
