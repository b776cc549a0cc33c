/** Attach to a text area: it is as high as what it holds, or as what it offers where it holds nothing. */
export function grows(shown: string) {
  return (area: HTMLTextAreaElement) => {
    const fit = () => {
      area.rows = Math.max(1, shown.split('\n').length)
      area.style.height = 'auto'
      if (area.value === '') {
        // A placeholder does not count as content, so it stands in for a moment.
        area.value = shown
        area.style.height = `${area.scrollHeight + 2}px`
        area.value = ''
      } else area.style.height = `${area.scrollHeight + 2}px`
    }
    fit()
    const watch = new ResizeObserver(fit)
    if (area.parentElement) watch.observe(area.parentElement)
    return () => watch.disconnect()
  }
}
