import { useEffect, useLayoutEffect } from 'react';
import { Segmented } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useWidth } from '../../shell/layout/width.ts';
import { useStore } from '../../useStore.ts';
import { Calm } from '../Calm.tsx';
import { begin } from './begin.ts';
import { Expectations } from './Expectations.tsx';
import { Facts } from './Facts.tsx';
import { Many } from './Many.tsx';
import { Outcome } from './Outcome.tsx';
import { RequestForm } from './RequestForm.tsx';
import { takeWantedFocus } from './open.ts';
import { follow } from './send.ts';
import { sendStore, showView, type View } from './sendState.ts';
import { SuggestList } from './SuggestList.tsx';
import { Unread } from './Unread.tsx';
import { Way } from './Way.tsx';
import { WhyNot } from './WhyNot.tsx';
import styles from './SendTab.module.css';

interface ViewChoice {
  readonly value: View;
  readonly title: string;
}

const MIDDLE: readonly ViewChoice[] = [
  { value: 'way', title: 'Way' },
  { value: 'suggested', title: 'Suggested' },
];
const SIDE: readonly ViewChoice[] = [
  { value: 'facts', title: 'Facts' },
  { value: 'many', title: '1,000' },
  { value: 'expectations', title: 'Expectations' },
];

/** The drawer's “Send a request”: what to send, what became of it step by step, and what follows from it. */
export default function SendTab() {
  const session = useSession();
  const width = useWidth();
  const hasResources = useSessionState((state) => state.analysis.mesh.resources.length > 0);
  const answer = useStore(sendStore, (state) => state.answer);
  const middle = useStore(sendStore, (state) => state.middle);
  const side = useStore(sendStore, (state) => state.side);
  const front = useStore(sendStore, (state) => state.front);
  useEffect(() => {
    follow(session);
    void begin(session);
  }, [session]);
  // With the first drawing: what is typed as soon as the field is seen is meant for it.
  useLayoutEffect(takeWantedFocus, []);
  if (!hasResources)
    return (
      <Calm
        title="Nowhere to send to yet"
        detail="Open YAML or add a resource: then a request shows where it goes, and why."
      />
    );
  const wide = width === 'wide';
  const shown: View = front === 'middle' ? middle : side;
  return (
    <div className={styles.tab} data-width={width}>
      <RequestForm />
      {(wide || front === 'middle') && (
        <section className={styles.middle} aria-label="Where the request goes">
          {!wide && <Views label="Show" views={[...MIDDLE, ...SIDE]} value={shown} />}
          <Middle view={middle} />
        </section>
      )}
      {(wide || front === 'side') && (
        <section className={styles.side} aria-label="What comes of the request">
          <Views label="Show" views={wide ? SIDE : [...MIDDLE, ...SIDE]} value={wide ? side : shown} />
          {side === 'facts' ? (
            <Facts answer={answer} />
          ) : side === 'many' ? (
            <Many />
          ) : (
            <Expectations answer={answer} />
          )}
        </section>
      )}
    </div>
  );
}

function Middle({ view }: { view: View }) {
  const answer = useStore(sendStore, (state) => state.answer);
  const why = useStore(sendStore, (state) => state.why);
  if (!answer || view === 'suggested') return <SuggestList />;
  return (
    <>
      <Outcome answer={answer} />
      <Unread />
      {why && <WhyNot key={Object.values(why.rule).join(' ')} answer={answer} why={why} />}
      <Way answer={answer} />
    </>
  );
}

function Views({ label, views, value }: { label: string; views: readonly ViewChoice[]; value: View }) {
  return (
    <div className={styles.views}>
      <Segmented label={label} value={value} options={views} onChange={showView} />
    </div>
  );
}
