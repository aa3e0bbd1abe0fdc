import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { awaitInstallOffer, createBrowserPorts } from '../browser/index.ts';
import { loadRegexes } from '../istio/index.ts';
import { createSession } from '../session/index.ts';
import { SessionProvider } from './session.tsx';
import { App } from './shell/index.ts';

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');

function start(root: HTMLElement): void {
  awaitInstallOffer();
  let drawn = () => {};
  const firstPicture = new Promise<void>((resolve) => (drawn = resolve));

  // The first picture does not wait for the rules.
  const session = createSession(createBrowserPorts(), {
    checks: firstPicture.then(() => import('./lateChecks.ts')),
    regexes: loadRegexes,
  });

  createRoot(root).render(
    <StrictMode>
      <SessionProvider session={session}>
        <App onDrawn={drawn} />
      </SessionProvider>
    </StrictMode>,
  );
}

const search = new URLSearchParams(location.search);

// The trainer's second window: it opens no workspace, because the presenting tab has it.
const [, notes] = /^#notes=(.+)/.exec(location.hash) ?? [];
if (search.has('embed')) void import('./embed/start.tsx').then(({ startEmbed }) => startEmbed(root));
else if (notes === undefined) start(root);
else void import('./present/notes/page.tsx').then(({ showNotes }) => showNotes(root, notes));
