import { useStoreApi, ViewportPortal } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { type Point, type Ways, lineOf, pointOn } from '../../../topology/index.ts';
import { useBeside } from '../flow/useBeside.ts';
import { useCanvasState } from '../state/useCanvasState.ts';
import { edgeTip } from './edgeTip.ts';
import { pointer } from './pointer.ts';
import styles from './EdgeTip.module.css';

/** How long the pointer has to stay on a line before it says why it is there, in milliseconds. */
const LINGER = 450;
/** As wide as it may be, in CSS pixels. */
const WIDEST = 342;
const NOWHERE: Point = { x: 0, y: 0 };

/** Why the line is there that the pointer rests on, or that the keyboard looks along: from where to where, by which rule, and how. */
export function EdgeTip({ ways }: { ways: Ways }) {
  const edge = useCanvasState((state) => state.hoverEdge);
  const byKeys = useCanvasState((state) => state.way !== null && state.way.edge === state.hoverEdge);
  const busy = useCanvasState((state) => state.connecting !== null || state.far);
  if (edge === null || busy) return null;
  return byKeys ? (
    <Tip ways={ways} edge={edge} at={middleOf(ways, edge)} />
  ) : (
    <PointedAt key={edge} ways={ways} edge={edge} />
  );
}

function middleOf(ways: Ways, id: string): Point | null {
  const edge = ways.placed.edges.find((one) => one.id === id);
  const line = edge && lineOf(ways, edge, '');
  if (!line) return null;
  const [from, to] = line.route.alone;
  return pointOn(line.route.points.slice(from, to + 1), 0.5);
}

function PointedAt({ ways, edge }: { ways: Ways; edge: string }) {
  const store = useStoreApi();
  const [at, setAt] = useState<Point | null>(null);
  useEffect(() => {
    window.addEventListener('pointermove', pointer.note);
    const timer = setTimeout(() => {
      const { domNode, transform } = store.getState();
      const pane = domNode?.getBoundingClientRect();
      const [x, y, zoom] = transform;
      const { x: left, y: top } = pointer.last();
      if (pane) setAt({ x: (left - pane.left - x) / zoom, y: (top - pane.top - y) / zoom });
    }, LINGER);
    return () => {
      window.removeEventListener('pointermove', pointer.note);
      clearTimeout(timer);
    };
  }, [store]);
  return <Tip ways={ways} edge={edge} at={at} />;
}

function Tip({ ways, edge, at }: { ways: Ways; edge: string; at: Point | null }) {
  const transform = useBeside(at ?? NOWHERE, WIDEST);
  const tip = at && edgeTip(ways.placed, edge);
  if (!tip) return null;
  return (
    <ViewportPortal>
      <div role="tooltip" className={styles.tip} style={{ transform }}>
        <strong>{tip.ends}</strong>
        <span>{tip.words}</span>
        {tip.by !== null && <code>{tip.by}</code>}
      </div>
    </ViewportPortal>
  );
}
