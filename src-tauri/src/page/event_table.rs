// Every event that the app sends its pages, once: its name and what it carries. The functions that send them and the
// TypeScript map are both made from this table: `page/events.rs` includes it for the functions, a test for the map.
events! {
    // Whether quick entry is up while what is typed goes to another program; told when that changes.
    keyboard_elsewhere: bool;
    // Some data changed: the page fetches again what it shows of it.
    changed: Changed;
    // The clocks of this second, of the incidents that the page draws.
    clocks: Clocks;
    // The notices that stand, after one came or went.
    notices: Vec<Notice>;
    // The main window is to show a place.
    open: OpenRequest;
    // What was removed from what was just recorded, because it read like a secret.
    secret_removed: String;
    // Quick entry was shown and is to be ready to type in.
    quick_entry_shown: ();
}
