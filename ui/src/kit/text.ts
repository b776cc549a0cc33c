/** A text without the blanks around it; none where nothing else is in it. */
export const nonBlank = (text: string | null): string | null => text?.trim() || null
