let tabbed = false
window.addEventListener('keydown', (event) => (tabbed = event.key === 'Tab'), true)
window.addEventListener('pointerdown', () => (tabbed = false), true)

/** Whether the keyboard came where it is by Tab: who walks through the fields goes on with it, and changes nothing. */
export const cameByTab = (): boolean => tabbed
