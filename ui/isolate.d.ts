import type { PreprocessorGroup } from 'svelte/compiler'

export function isolateWords(): PreprocessorGroup
export function isolate(source: string, filename?: string): string
