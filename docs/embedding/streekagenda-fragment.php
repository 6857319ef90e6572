<?php
/*
 * Plugin Name: Streekagenda
 * Description: [streekagenda adres="https://…/embed/wijken/zandweerd/fragment.html"] shows the next dates of a list.
 */

function streekagenda_fragment($given): string {
    $address = esc_url_raw($given['adres'] ?? '');
    $key = 'streekagenda_' . md5($address);
    $kept = get_option($key, ['html' => '', 'until' => 0]);
    if ($kept['until'] < time()) {
        $answer = wp_safe_remote_get($address, ['timeout' => 5]);
        $html = wp_remote_retrieve_response_code($answer) === 200 ? wp_remote_retrieve_body($answer) : '';
        if (str_contains($html, '<section class="streekagenda"')) {
            // what the piece consists of, and nothing else
            $kept['html'] = wp_kses($html, [
                'section' => ['class' => true, 'lang' => true, 'dir' => true], 'h2' => [], 'ul' => [], 'li' => [], 'p' => [],
                'a' => ['href' => true], 'time' => ['datetime' => true], 'strong' => [], 's' => [], 'small' => [], 'br' => [],
                'span' => ['lang' => true], 'bdi' => ['lang' => true, 'dir' => true],
            ]);
        }
        $kept['until'] = time() + 15 * MINUTE_IN_SECONDS; // also where nothing came: the piece of before says its day
        update_option($key, $kept, false);
    }
    return $kept['html'];
}

add_shortcode('streekagenda', 'streekagenda_fragment');
