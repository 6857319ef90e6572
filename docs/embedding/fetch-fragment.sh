#!/bin/sh
# Fetches a piece of the agenda into a file, which the next build of a static site takes in. Where it cannot be fetched the
# file stays as it was, and the build goes on.
#   sh fetch-fragment.sh https://agenda.example.nl/embed/wijken/zandweerd/fragment.html assets/agenda.html
set -eu
if curl --fail --silent --show-error --location --max-time 20 --output "$2.new" "$1" &&
    grep -q '<section class="streekagenda"' "$2.new"; then
    mv "$2.new" "$2"
else
    rm -f "$2.new"
    echo "$1: not fetched; ${2} stays as it was" >&2
fi
