# Which account the database server runs as. Sourced by `cluster`.
# PostgreSQL refuses to run as root; for root the server gets an unprivileged account of its own.

# Data that are already there stay with the account that has them.
choose_account() {
    if [ -n "$account" ]; then return
    elif [ "$(id -u)" -ne 0 ]; then account=$(id -un)
    elif id postgres >/dev/null 2>&1; then account=postgres
    else account=nobody
    fi
}

# Runs a command as the server's account, from a folder that every account can enter.
as_server() (
    cd /
    exec 9>&-
    if [ "$(id -un)" = "$account" ]; then exec "$@"; fi
    exec setpriv --reuid="$account" --regid="$(id -g "$account")" --init-groups \
        env HOME=/ USER="$account" LOGNAME="$account" "$@"
)

# Makes a folder that belongs to the server's account; fails when that account cannot reach it.
make_server_folder() {
    mkdir -p "$1"
    chown "$account" "$1"
    chmod 0700 "$1"
    as_server test -w "$1" 2>/dev/null && return
    rmdir "$1" 2>/dev/null
    return 1
}
