"""The command line: its commands in order, and how it ends."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer

from pipeline import terminal
from pipeline.commands import (
    align,
    check,
    export,
    figures,
    ingest,
    query,
    report,
    rules,
    run,
    show,
    trace,
)
from pipeline.helping import Command, Group
from pipeline.refusal import Refused
from pipeline.upkeep import do_without_pandas

app = typer.Typer(
    name="hedui",
    cls=Group,
    help="核对：读取绩效自评材料，核对其中的数字，逐条列出不一致之处及其依据。\n\n"
    "[例] hedui run data/raw/2021 --out data/parsed",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)
for _module in (run, ingest, check, report, show, figures, align, rules, query, export, trace):
    app.command(_module.__name__.rpartition(".")[2], cls=Command)(_module.command)

_WRONG_USE: Any = next(kind for kind in typer.BadParameter.__mro__ if kind.__name__ == "ClickException")


def main() -> None:
    """Run the command line; ends the process with the status of the contract: 0, 1, 2 (130: Ctrl-C)."""
    terminal.settle_encoding()
    do_without_pandas()
    if "_HEDUI_COMPLETE" in os.environ:
        from typer._completion_classes import completion_init

        completion_init()
    sys.exit(_status())


def _status() -> int:
    try:
        ended = app(standalone_mode=False, prog_name="hedui")
    except Refused as refused:
        terminal.complain(str(refused), refused.detail)
        return 2
    except _WRONG_USE as error:
        if type(error).__name__ == "NoArgsIsHelpError":
            print(error, file=sys.stderr)
        else:
            terminal.complain(_in_chinese(error))
        return 2
    except (KeyboardInterrupt, typer.Abort):
        terminal.complain("已中断。已保存的内容没有受影响；再次运行同一命令即可继续或重新生成。")
        return 130
    except SystemExit as ended_by:
        enough = type(sys.stdout).__name__ == "PacifyFlushWrapper"  # whoever read our output has had it
        return 0 if enough or not isinstance(ended_by.code, int) else ended_by.code
    except BrokenPipeError:  # the same
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return ended if isinstance(ended, int) else 0


def _in_chinese(error: BaseException) -> str:
    """A complaint of the option parser in the user's language."""
    kind, told = type(error).__name__, getattr(error, "message", "")
    hint = "；hedui 命令 --help 查看用法。"
    parameter = getattr(error, "param", None)
    names = [name for name in getattr(parameter, "opts", ()) if name.startswith("-")]
    what = " ".join([*names, getattr(parameter, "metavar", None) or ""]).strip()
    if kind == "NoSuchOption":
        return f"没有选项 {getattr(error, 'option_name', '')}{hint}"
    if kind == "MissingParameter":
        return f"缺少参数 {what}{hint}"
    if kind == "BadParameter":
        return f"参数 {what} 的值不合要求{hint}"
    if told.startswith("No such command"):
        name, _, meant = told.removeprefix("No such command").partition("Did you mean")
        also = f"您是否要用 {meant.strip(' ?')}？" if meant.strip(" ?") else ""
        return f"没有命令 {name.strip(' .')}；{also}hedui --help 列出全部命令。"
    return f"用法有误（{told}）{hint}"
