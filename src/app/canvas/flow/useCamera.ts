import { useReactFlow, useStoreApi } from '@xyflow/react';
import { useEffect, useMemo, useRef } from 'react';
import type { Session } from '../../../session/index.ts';
import { presentedScale } from '../../present/presentStore.ts';
import { useSession } from '../../session.tsx';
import { keptView } from './keptView.ts';
import { clampZoom, firstView, middleOf, showsSome, viewAround, type Pane, type View } from './view.ts';

/** How long after its last step a walk through the picture is over, in milliseconds. */
const REST = 300;

/** The view that a picture was left with, in a window of this size; null where there is none, or it shows nothing. */
function leftView(session: Session, pane: Pane): View | null {
  const { analysis, look } = session.getState();
  const { placed } = analysis;
  if (look.camera?.flow !== placed.flow) return null;
  // Kept as on a screen of usual size, whoever presents.
  const left = viewAround(look.camera, clampZoom(look.camera.zoom * (pane.scale ?? 1)), pane);
  return showsSome(placed, left, pane) ? left : null;
}

/** The view that a picture begins with: the one it was left with, else one that suits it. */
export const beginningView = (session: Session, pane: Pane): View =>
  leftView(session, pane) ?? firstView(session.getState().analysis.placed, pane);

/** Tells the session where people look, once they rest there. Where the picture began by itself is no choice of theirs. */
export function useCamera() {
  const flow = useReactFlow();
  const store = useStoreApi();
  const session = useSession();
  const told = useRef('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  // Whether people have come back to the view that they left, and have not moved it since.
  const returned = useRef(false);

  useEffect(() => {
    told.current ||= store.getState().transform.join(' ');
    const tell = () => {
      const { transform, width, height } = store.getState();
      told.current = transform.join(' ');
      const [x, y, scaled] = transform;
      const middle = middleOf({ x, y, zoom: scaled }, { width, height });
      const zoom = scaled / presentedScale();
      const { flow: direction } = session.getState().analysis.placed;
      session.dispatch({ type: 'look', look: { camera: { flow: direction, zoom, ...middle } } });
    };
    const stop = store.subscribe(({ transform }, before) => {
      if (transform === before.transform || transform.join(' ') === told.current) return;
      returned.current = false;
      clearTimeout(timer.current);
      timer.current = setTimeout(tell, REST);
    });
    return () => {
      stop();
      clearTimeout(timer.current);
    };
  }, [session, store]);

  return useMemo(() => {
    /** Shows what nobody chose to look at: the session is not told of it. */
    const show = ({ x, y, zoom }: View) => {
      clearTimeout(timer.current);
      told.current = [x, y, zoom].join(' ');
      void flow.setViewport({ x, y, zoom });
    };
    return {
      /** Shows another picture from where it is to be begun with. */
      begin(pane: Pane) {
        returned.current = leftView(session, pane) !== null;
        show(beginningView(session, pane));
      },
      /** Shows in a window of another size what was seen in it before. */
      keep(before: Pane, after: Pane) {
        // The page is still putting its panes in place: it is the view that was left that counts, not how it began.
        if (returned.current) {
          show(beginningView(session, after));
          return;
        }
        const view = flow.getViewport();
        const kept = keptView(session.getState().analysis.placed, view, before, after);
        if (kept !== view) show(kept);
      },
    };
  }, [flow, session]);
}
