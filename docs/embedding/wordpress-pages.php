<?php
// Installs WordPress and makes the pages of wordpress.sh: each with one way to show a list, written as its block is stored.
error_reporting(E_ALL & ~E_DEPRECATED);
define('WP_INSTALLING', true);
$_SERVER['HTTP_HOST'] = '127.0.0.1';
require getenv('BLOG_FOLDER') . '/wp-load.php';
require ABSPATH . 'wp-admin/includes/upgrade.php';

add_filter('pre_wp_mail', '__return_false'); // nobody has to hear of this site
wp_install('Bibliotheek', 'editor', 'editor@example.org', false, '', 'for this trial only', 'nl_NL');
switch_theme('twentytwentythree');
update_option('permalink_structure', '');

$agenda = getenv('AGENDA');
$script = basename(glob(getenv('SITE') . '/embed-*.js')[0] ?? 'embed.js');
$integrity = 'sha384-' . base64_encode(hash_file('sha384', getenv('SITE') . "/$script", true));
$iframe = '<iframe src="' . $agenda . 'embed/wijken/zandweerd/" title="Agenda: Zandweerd" width="600" height="600" '
    . 'style="border:0;display:block;width:100%" loading="lazy" referrerpolicy="strict-origin-when-cross-origin" sandbox="allow-scripts allow-same-origin '
    . 'allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"></iframe>';
$checked = "<script src=\"$agenda$script\" integrity=\"$integrity\" crossorigin=\"anonymous\" async></script>";
$element = '<streek-agenda src="' . $agenda . 'embed/wijken/zandweerd/" form="compact" n="5" title="Agenda: Zandweerd" '
    . 'style="display:block">'
    . '<a href="' . $agenda . 'wijken/zandweerd/">Agenda: Zandweerd</a></streek-agenda>';
$html = fn(string $code): string => "<!-- wp:html -->\n$code\n<!-- /wp:html -->";
$embed = fn(string $url): string => "<!-- wp:embed {\"url\":\"$url\"} -->\n<figure class=\"wp-block-embed\">"
    . "<div class=\"wp-block-embed__wrapper\">\n$url\n</div></figure>\n<!-- /wp:embed -->";
$feed = "{$agenda}embed/wijken/zandweerd.rss"; // the nearest date first; of the .atom WordPress shows when it was written
$ways = [
    'iframe' => $html($iframe),
    'script' => $html("$iframe\n$checked"),
    'element' => $html("$element\n$checked"),
    'pasted' => $embed("{$agenda}wijken/zandweerd/"),
    'feed' => "<!-- wp:rss {\"feedURL\":\"$feed\",\"itemsToShow\":5,\"displayDate\":true,\"displayExcerpt\":true} /-->",
    'fragment' => "<!-- wp:shortcode -->\n[streekagenda adres=\"{$agenda}embed/wijken/zandweerd/fragment.html\"]\n<!-- /wp:shortcode -->",
];

function page(string $title, string $content, int $author): int {
    wp_set_current_user($author);
    kses_init(); // who may not write any HTML has it taken out, as in the editor
    $id = wp_insert_post(wp_slash([
        'post_type' => 'post', 'post_status' => 'publish', 'post_title' => $title, 'post_content' => $content,
        'post_author' => $author,
    ]), true);
    if (is_wp_error($id)) {
        throw new RuntimeException($id->get_error_message());
    }
    return $id;
}

$pages = [];
foreach ($ways as $way => $content) {
    $pages[$way] = home_url('/?p=' . page("Agenda ($way)", $content, 1));
}
// An author, unlike an editor, may write no frames and no scripts.
$author = wp_insert_user(['user_login' => 'author', 'user_pass' => wp_generate_password(), 'role' => 'author']);
foreach (['script', 'pasted'] as $way) {
    $id = page("Agenda ($way), by an author", $ways[$way], $author);
    $pages["$way by an author"] = home_url("/?p=$id");
}
echo json_encode($pages, JSON_PRETTY_PRINT | JSON_UNESCAPED_SLASHES), "\n";
