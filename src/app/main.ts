// Shows the map first, then starts the rest of the page.
import { readPicture } from '../core/picture';
import { drawMap } from './canvas/map';
import './style/tokens.css';
import './style/base.css';

/** The map laid out beforehand; undefined where there is none: the page lays it out itself, or says what is wrong. */
const picture = await fetch(new URL('picture.json', document.baseURI))
  .then(async (response) => (response.ok ? readPicture(await response.text()) : undefined))
  .catch(() => undefined);

/** Draws it at once where the address asks for nothing else. */
function drawEarly() {
  if (!picture || window.location.hash !== '' || window.location.search !== '') return undefined;
  try {
    return drawMap(picture, document.getElementById('early')!);
  } catch {
    // Without WebGL; the page will say so.
    return undefined;
  }
}

const early = drawEarly();
if (early) await new Promise(requestAnimationFrame);
const { start } = await import('./start');
await start(picture, early);
