<?php
/**
 * Returns a piece of the agenda as HTML, fetched at most every quarter of an hour. Where it cannot be fetched the piece of
 * before is shown, which says its days in full. Before there is any: an empty text.
 *
 *   echo agenda('https://agenda.example.nl/embed/wijken/zandweerd/fragment.html', '/var/cache/agenda-zandweerd.html');
 */
function agenda(string $address, string $kept, int $minutes = 15): string
{
    $fresh = is_file($kept) && filemtime($kept) > time() - 60 * $minutes;
    if (!$fresh) {
        $found = @file_get_contents($address, false, stream_context_create(['http' => ['timeout' => 5]]));
        if ($found !== false && str_contains($found, '<section class="streekagenda"')) {
            file_put_contents("$kept.new", $found);
            rename("$kept.new", $kept); // in one step: nobody reads half of it
        } elseif (is_file($kept)) {
            touch($kept); // not every visitor waits for a host that does not answer
        }
    }
    return is_file($kept) ? file_get_contents($kept) : '';
}
