import './styles/index.css'
import { mount } from './app/index.ts'

mount(document.getElementById('root') as HTMLElement)
