// Starts the page, once there is something to show on it.
import { StrictMode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { App } from './App';
import { Problems } from './panels/Problems';
import { open } from './store';
import './style/tokens.css';
import './style/base.css';

const result = await open();
const root = createRoot(document.getElementById('root')!);
// At once, so that the map is in the first frame.
flushSync(() =>
  root.render(
    <StrictMode>{'corpus' in result ? <App opened={result} /> : <Problems {...result} />}</StrictMode>,
  ),
);
