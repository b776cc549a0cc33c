import { svelte } from '@sveltejs/vite-plugin-svelte'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  plugins: [svelte()],
  clearScreen: false,
  server: { port: 5273, strictPort: true },
  build: {
    target: 'es2022',
    // Tauri's pages load their few modules from disk; the polyfill would only add script.
    modulePreload: { polyfill: false },
    // A data: font or script would be refused by the content policy.
    assetsInlineLimit: 0,
    rollupOptions: { input: { main: 'index.html', quick: 'quick.html' } },
  },
  resolve: process.env.VITEST ? { conditions: ['browser'] } : {},
  test: { environment: 'happy-dom', include: ['src/**/*.test.ts'], restoreMocks: true },
})
