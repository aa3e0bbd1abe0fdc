import { Pause, Play } from 'lucide-react';
import { sayMoment } from '../../../../topology/index.ts';
import { IconButton } from '../../../controls/index.ts';
import { useStore } from '../../../useStore.ts';
import { INSET } from '../chart/plot.ts';
import { labStore, type LabRun } from '../labStore.ts';
import { player } from './onCanvas.ts';
import styles from './Scrubber.module.css';

/** Half of the slider's thumb, whose middle stands at the time. */
const HALF = 7;

/** The time that is looked at, in line with the chart's axis: what the load is then is drawn on the canvas. */
export function Scrubber({ run: { report, duration } }: { run: LabRun }) {
  const time = useStore(labStore, (state) => state.time);
  const fullScreen = useStore(labStore, (state) => state.fullScreen);
  const { playing, speed } = useStore(player.store, (state) => state);
  const words = time === null ? 'Not on the canvas' : sayMoment(report, time);
  return (
    <div className={styles.scrubber}>
      <div className={styles.row} style={{ paddingRight: INSET.right - HALF }}>
        <div className={styles.buttons} style={{ width: INSET.left - HALF }}>
          <IconButton
            label={playing ? 'Pause the replay' : 'Replay on the canvas'}
            onClick={() => player.toggle()}
          >
            {playing ? <Pause size={13} aria-hidden /> : <Play size={13} aria-hidden />}
          </IconButton>
          <button
            type="button"
            className={styles.speed}
            aria-label={`Speed: ${speed} times`}
            title="How fast it is replayed"
            onClick={() => player.faster()}
          >
            {speed}×
          </button>
        </div>
        <input
          type="range"
          className={styles.slider}
          aria-label="Time"
          aria-valuetext={words}
          title={time === null ? 'Draw a moment of the load on the canvas' : words}
          data-off={time === null || undefined}
          min={0}
          max={duration}
          step={report.bucket}
          value={time ?? 0}
          onChange={(event) => {
            player.pause();
            labStore.set({ time: Number(event.target.value) });
          }}
          onKeyDown={(event) => {
            if (event.key === ' ') {
              event.preventDefault();
              player.toggle();
            }
            if (event.key !== 'Escape' || time === null) return;
            // Takes it off the canvas, and closes nothing.
            event.stopPropagation();
            player.pause();
            labStore.set({ time: null });
          }}
        />
      </div>
      {fullScreen && time !== null && (
        <p className={styles.words} aria-hidden style={{ paddingLeft: INSET.left }}>
          {words}
        </p>
      )}
    </div>
  );
}
