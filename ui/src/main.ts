import { mount } from 'svelte'
import App from './App.svelte'
import './kit/tokens.css'
import './kit/base.css'
import { showTheme } from './state/settings.svelte'

showTheme('system')
mount(App, { target: document.getElementById('app')! })
