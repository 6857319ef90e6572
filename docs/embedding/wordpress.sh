#!/bin/sh
# A real WordPress, for as long as this takes: its database and its files in a folder that goes away again, a small
# region served from another origin, and pages made as somebody at a library would make them. What it printed and
# showed is in wordpress.md. It is no part of `make test`.
#
# Needs a Debian with: apt-get install wordpress wordpress-theme-twentytwentythree php-cli php-mysql php-xml mariadb-server
# and what `make setup` installs.
#   sh docs/embedding/wordpress.sh [a folder for the screenshots]
set -eu
here=$(cd "$(dirname "$0")" && pwd)
project=$(cd "$here/../.." && pwd)
python="$project/.venv/bin/python"
work=$(mktemp -d)
shots=${1:-"$work/shots"}
mkdir -p "$shots"
shots=$(cd "$shots" && pwd)

# shellcheck disable=SC2046  # two words are two ports
set -- $("$python" -c 'import socket
free = [socket.create_server(("127.0.0.1", 0)) for _ in range(2)]
print(*(one.getsockname()[1] for one in free))')
blog="http://127.0.0.1:$1"
agenda="http://localhost:$2/agenda/"
blog_port=$1 agenda_port=$2

stop() {
    for pid in "$work/php.pid" "$work/db.pid"; do
        [ ! -f "$pid" ] || kill "$(cat "$pid")" 2>/dev/null || true
    done
    for _ in 1 2 3 4 5 6 7 8 9 10; do [ -S "$work/db.sock" ] || break; sleep 0.3; done
    rm -rf "$work"
}
trap stop EXIT

# ------------------------------------------------------------------------------------------------------- a small region
content="$work/content"
mkdir -p "$content/organisations" "$content/places" "$content/events/de-kern"
next_sunday=$(date --date='next sunday' +%F)
cat > "$content/region.yaml" <<YAML
title: Streekagenda
url: https://agenda.example.org/
school_region: noord
languages: [nl, en]
embed: {allowed: ["$blog"]}
areas: [{id: deventer, name: Deventer, areas: [{id: zandweerd, name: Zandweerd}]}]
topics: [{id: ontmoeten, name: {nl: Ontmoeten, en: Meeting}}]
YAML
printf -- '---\nname: De Kern\nkind: welfare\n---\n' > "$content/organisations/de-kern.md"
printf -- '---\nname: De Linde\nstreet: Dorpsplein 1\ncity: Deventer\narea: zandweerd\n---\n' > "$content/places/de-linde.md"
event() {  # an id, a title, and when; more keys may follow
    printf -- '---\ntitel: %s\n%s\nplek: de-linde\nonderwerpen: [ontmoeten]\nprijs: gratis\n---\nKom erbij!\n' \
        "$2" "$3" > "$content/events/de-kern/$1.md"
}
event koffie Zondagkoffie "wanneer:
  elke: zondag 14.00-16.00 uur
  vanaf: 2026-01-04
  wijzigingen: [{op: $next_sunday, status: afgelast, opmerking: De zaal is dicht.}]"
event wandelen "Samen wandelen" "wanneer: {elke: maandag en woensdag 10.00-11.30 uur, vanaf: 2026-01-05}"
event soep "Soep van de buurt" "wanneer: {elke: zaterdag 12.00-14.00 uur, vanaf: 2026-01-03}"
event taal Taalcafé "wanneer: {elke: donderdag 19.30-21.00 uur, vanaf: 2026-01-08}"
(cd "$project" && "$python" build.py build --base-url "$agenda" --content "$content" --output "$work/site" --no-cache >&2)

# ------------------------------------------------------------------------------------------------------------ WordPress
as=$([ "$(id -u)" = 0 ] && echo --user=root || true)
mariadb-install-db --no-defaults --datadir="$work/db" --auth-root-authentication-method=normal $as > "$work/db.log" 2>&1
mariadbd --no-defaults --datadir="$work/db" --socket="$work/db.sock" --pid-file="$work/db.pid" --skip-networking $as \
    >> "$work/db.log" 2>&1 &
for _ in $(seq 60); do [ ! -S "$work/db.sock" ] || break; sleep 0.5; done
mariadb --no-defaults --socket="$work/db.sock" --user=root --execute='CREATE DATABASE wordpress'

cp -r /usr/share/wordpress "$work/wordpress"
rm -f "$work/wordpress/.htaccess" "$work/wordpress/wp-config.php"
mkdir -p "$work/wordpress/wp-content/mu-plugins"
cat > "$work/wordpress/wp-config.php" <<PHP
<?php
define('DB_NAME', 'wordpress');
define('DB_USER', 'root');
define('DB_PASSWORD', '');
define('DB_HOST', 'localhost:$work/db.sock');
define('DB_CHARSET', 'utf8mb4');
define('DB_COLLATE', '');
define('WP_HOME', '$blog');
define('WP_SITEURL', '$blog');
define('WP_HTTP_BLOCK_EXTERNAL', true); // nothing is asked of the internet
define('DISABLE_WP_CRON', true);
define('AUTOMATIC_UPDATER_DISABLED', true);
define('WP_DEBUG_DISPLAY', false);
\$table_prefix = 'wp_';
defined('ABSPATH') || define('ABSPATH', __DIR__ . '/');
require ABSPATH . 'wp-settings.php';
PHP
# WordPress asks nothing of addresses on its own machine or network, nor of unusual ports: whoever writes a page could else
# look around behind the firewall (wp_http_validate_url). A published agenda has neither. Here both are on one machine, and
# these two filters allow just that one; no other part of WordPress is changed.
cat > "$work/wordpress/wp-content/mu-plugins/only-for-this-trial.php" <<PHP
<?php
add_filter('http_request_host_is_external', fn(\$is, \$host) => \$is || \$host === 'localhost', 10, 2);
add_filter('http_allowed_safe_ports', fn(\$ports, \$host) => \$host === 'localhost' ? [...\$ports, $agenda_port] : \$ports, 10, 2);
// Dutch, as its readers' pages are; Debian has the words of the editor in a package of their own.
add_filter('locale', fn() => is_admin() ? 'en_US' : 'nl_NL');
PHP
cp "$here/streekagenda-fragment.php" "$work/wordpress/wp-content/mu-plugins/"
cp "$here/wordpress-pages.php" "$work/pages.php"
PHP_CLI_SERVER_WORKERS=4 php -S "127.0.0.1:$blog_port" -t "$work/wordpress" > "$work/php.log" 2>&1 &
echo $! > "$work/php.pid"
BLOG_FOLDER="$work/wordpress" AGENDA="$agenda" SITE="$work/site" php "$work/pages.php" > "$work/pages.json"

# ------------------------------------------------------------------------------------------------------- what is seen
cd "$project"
PYTHONPATH=. "$python" docs/embedding/wordpress_seen.py "$work/site" "$agenda" "$blog" "$work/pages.json" "$shots"
