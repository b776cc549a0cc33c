import { mount } from 'svelte'
import QuickEntry from './features/quick/QuickEntry.svelte'
import './kit/tokens.css'
import './kit/base.css'
import { showTheme } from './state/settings.svelte'

showTheme('system')
mount(QuickEntry, { target: document.getElementById('app')! })
