import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createEmbedPorts } from '../../browser/index.ts';
import { loadRegexes } from '../../istio/index.ts';
import { createSession } from '../../session/index.ts';
import { page } from '../editable.ts';
import { SessionProvider } from '../session.tsx';
import { contentOf } from './content.ts';
import { EmbedView } from './EmbedView.tsx';
import { Failure } from './Failure.tsx';
import { lookOnly } from './lookOnly.ts';
import { readEmbed } from './options.ts';
import { talkWith } from './talk.ts';

/** The page inside of another: a workspace to look at or to try things in, of which nothing is kept. */
export async function startEmbed(root: HTMLElement): Promise<void> {
  const options = readEmbed(location.search);
  if (!options) return;
  const drawn = createRoot(root);
  // Another fragment is another thing to show.
  window.addEventListener('hashchange', () => location.reload());
  const content = await contentOf(location.hash).catch((error: unknown) => {
    const message = error instanceof Error ? error.message : String(error);
    drawn.render(<Failure message={message} />);
  });
  if (!content) return;
  page.readOnly = !options.editable;
  const whole = createSession(createEmbedPorts(), {
    checks: import('../lateChecks.ts'),
    regexes: loadRegexes,
    first: content,
  });
  await whole.settled();
  whole.dispatch({ type: 'prefer', preferences: { theme: options.theme } });
  const session = options.editable ? whole : lookOnly(whole);
  const { objections } = options;
  if (options.messages !== null) talkWith(options.messages, whole);
  for (const detail of objections)
    whole.dispatch({
      type: 'notify',
      notice: { tone: 'warning', title: 'A part of the address is not understood', detail },
    });
  drawn.render(
    <StrictMode>
      <SessionProvider session={session}>
        <EmbedView options={options} />
      </SessionProvider>
    </StrictMode>,
  );
}
