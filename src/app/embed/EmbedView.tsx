import { lazy, Suspense, useState, type ReactNode } from 'react';
import { Canvas } from '../canvas/index.ts';
import { popupRoot, Segmented } from '../controls/index.ts';
import { useSessionState } from '../session.tsx';
import { Pane } from '../shell/layout/Pane.tsx';
import { Notices } from '../shell/notices/Notices.tsx';
import { SourcePane } from '../source/index.ts';
import type { EmbedOptions } from './options.ts';
import { OpenWhole } from './OpenWhole.tsx';
import { useAsked } from './useAsked.ts';
import { useEmbedTheme } from './useEmbedTheme.ts';
import { useWide } from './useWide.ts';
import styles from './EmbedView.module.css';

const Editing = lazy(async () => ({ default: (await import('./Editing.tsx')).Editing }));

const keepPopupRoot = (element: HTMLDivElement | null) => {
  popupRoot.current = element;
};

/** Canvas and YAML with a line under them that says what this is, and leads to the whole page. */
export function EmbedView({ options }: { options: EmbedOptions }) {
  useEmbedTheme();
  const outcome = useAsked(options);
  const wide = useWide();
  const [chosen, setChosen] = useState<'canvas' | 'yaml'>('canvas');
  const both = options.panes === 'both';
  const shows = (pane: 'canvas' | 'yaml') => (both ? wide || chosen === pane : options.panes === pane);
  return (
    <>
      <div className={styles.embed}>
        <main className={styles.panes} aria-label="Meshwright">
          {shows('canvas') && (
            <Place>
              <Pane name="canvas" title="Canvas" paper>
                <Canvas />
              </Pane>
            </Place>
          )}
          {shows('yaml') && (
            <Place>
              <Pane name="source" title="YAML">
                <SourcePane />
              </Pane>
            </Place>
          )}
          <div ref={keepPopupRoot} className={styles.popups} />
        </main>
        {outcome && (
          <output className={styles.outcome} data-tone={outcome.tone} aria-label="Outcome">
            {outcome.text}
          </output>
        )}
        <footer className={styles.bar}>
          <h1 className={styles.name}>
            <WorkspaceName />
          </h1>
          <Standing editable={options.editable} />
          {both && !wide && (
            <Segmented
              label="What to show"
              value={chosen}
              options={[
                { value: 'canvas', title: 'Canvas' },
                { value: 'yaml', title: 'YAML' },
              ]}
              onChange={setChosen}
            />
          )}
          <OpenWhole />
        </footer>
        <Notices />
      </div>
      <Suspense fallback={null}>{options.editable && <Editing />}</Suspense>
    </>
  );
}

const Place = ({ children }: { children: ReactNode }) => <div className={styles.place}>{children}</div>;

const WorkspaceName = () => useSessionState((state) => state.workspace.name);

/** Closed off by the page around: no storage, no worker. */
const isClosedOff = () => window.origin === 'null';

function Standing({ editable }: { editable: boolean }) {
  const kept = editable ? 'Changes are not kept' : 'View only';
  return (
    <span
      className={styles.standing}
      title={
        isClosedOff()
          ? 'The page around has closed this frame off: it can store nothing and start no workers, so large files take longer.'
          : 'Nothing of what is done here is stored. Open it in Meshwright to keep it.'
      }
    >
      {kept}
      {isClosedOff() && ' · closed frame: no storage, no workers'}
    </span>
  );
}
