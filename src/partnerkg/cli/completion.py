"""`partnerkg completion`: what a shell reads to complete the commands, questions and values."""

from __future__ import annotations

from partnerkg.cli.parser import Parser
from partnerkg.errors import N_

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from partnerkg.cli.context import Context

SHELLS = ("bash", "zsh", "fish")
# zsh itself drops what does not begin as typed, but names lead to slugs: -U takes them all, in a menu,
# for else what was typed would give way to the little that several have in common.
_DESCRIBE = '_describe "${words[1]}" completions "${nosort[@]}" "${nospace[@]}"'
_LED = """local led=()
        if [[ -n "$PREFIX" && -n "${completions[(r)^(${(b)PREFIX}*)]-}" ]]; then
            led=(-U)
            compstate[insert]=menu
        fi
        """


def run(arguments: Sequence[str], context: Context) -> int:
    """Return 0 once the script is written."""
    options = _parser(context).parse_args(arguments)
    from argcomplete.shell_integration import shellcode

    script = shellcode(["partnerkg"], shell=options.shell).lstrip("\n")
    context.write([script.replace(_DESCRIBE, f'{_LED}{_DESCRIBE} "${{led[@]}}"')])
    return 0


def _parser(context: Context) -> Parser:
    say = context.translate
    parser = Parser("partnerkg completion", context, N_("Write what a shell reads to complete by TAB."))
    about = context.say(N_("the shell that will read it: {shells}"), shells=", ".join(SHELLS))
    parser.add_argument("shell", choices=SHELLS, metavar=say(N_("SHELL")), help=about)
    parser.epilog = say(
        N_('bash and zsh: eval "$(partnerkg completion bash)"; fish: partnerkg completion fish | source')
    )
    return parser
