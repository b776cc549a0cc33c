import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'
import { isolateWords } from './isolate.js'

export default {
  preprocess: [isolateWords(), vitePreprocess()],
  compilerOptions: { runes: true },
}
