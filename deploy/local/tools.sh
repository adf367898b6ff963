# What ./run and ./test need on this machine. Sourced by both; $clone is the folder of the clone.

say() { printf '%s\n' "$@"; }
die() {
    printf '%s\n' "$@" >&2
    exit 1
}

# Runs a command and shows what it printed only when it fails; says now and then that it is still at it.
quietly() {
    local log=$clone/.run/laatste-stap.log outcome=0 waited=0
    "$@" >"$log" 2>&1 &
    while kill -0 $! 2>/dev/null; do
        sleep 0.2
        [ $((waited += 1, waited % 75)) -ne 0 ] || say "  … nog bezig ($((waited / 5)) s)"
    done
    wait $! || outcome=$?
    [ "$outcome" -eq 0 ] || die "$(cat "$log")" "" "Mislukt: $*"
}

export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1

# The folder for everything that is not in git: state, keys, results.
make_state_folder() {
    mkdir -p "$clone/.run"
    [ -O "$clone/.run" ] || [ "$(id -u)" -eq 0 ] || die "De map .run is van een ander account ($(stat -c %U "$clone/.run")); gebruik een eigen kloon."
    chmod 0711 "$clone/.run" # the database's own account must be able to pass; what is private is private itself
}

require_dotnet() {
    command -v dotnet >/dev/null || die "De .NET SDK 10 is niet gevonden. Installeer die (zie README.md) en probeer het opnieuw."
    (cd "$clone" && dotnet --version) >/dev/null 2>&1 || die \
        "De .NET SDK die global.json vraagt ($(tr -d '{} \n' <"$clone/global.json")) is niet gevonden." \
        "Gevonden: $(dotnet --list-sdks 2>/dev/null | tr '\n' ' ')"
}

# One checksum over the contents of files and folders, without what a build leaves there.
checksum_of() {
    (cd "$clone" && find "$@" \( -name bin -o -name obj -o -name node_modules -o -name gebouwd \) -prune -o -type f -print0 |
        LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum)
}

# unless_same STAMP CHECKSUM COMMAND…: runs the command unless it already succeeded for this checksum.
unless_same() {
    local stamp=$clone/.run/stempel-$1 checksum=$2
    shift 2
    [ "$(cat "$stamp" 2>/dev/null)" != "$checksum" ] || return 0
    "$@"
    printf '%s' "$checksum" >"$stamp"
}

# Style sheet and fonts: the folder Assets, the pages and the portal's own style sheet decide what is in them.
build_assets() {
    local assets=$clone/src/CotnvPga.Portal/Assets
    [ -f "$clone/src/CotnvPga.Portal/wwwroot/gebouwd/nlds.css" ] || rm -f "$clone/.run/stempel-opmaak"
    [ -d "$assets/node_modules" ] || rm -f "$clone/.run/stempel-npm"
    unless_same opmaak "$(checksum_of src/CotnvPga.Portal)" make_assets "$assets"
}

make_assets() {
    command -v npm >/dev/null || die "Node.js met npm is niet gevonden; dat is nodig voor de opmaak van de pagina's."
    say "De opmaak wordt gebouwd …"
    unless_same npm "$(sha256sum <"$1/package-lock.json")" quietly npm --prefix "$1" ci --ignore-scripts --no-audit --no-fund
    quietly npm --prefix "$1" run build
}

# Prints the path of a Chromium, or nothing. Root gets Debian's package.
find_chromium() {
    local name
    for name in chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return
    done
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 0
    {
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 chromium
    } >"$clone/.run/chromium.log" 2>&1 && command -v chromium
    return 0
}
