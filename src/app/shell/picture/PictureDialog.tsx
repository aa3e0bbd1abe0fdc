import { useMemo, useState, type ReactNode } from 'react';
import { copyImage, copyText, download, pngOf } from '../../../browser/index.ts';
import {
  largestScale,
  mermaid,
  PICTURE_SCALES,
  tooLarge,
  type PictureTheme,
} from '../../../exchange/index.ts';
import { panes } from '../../commands/panes.ts';
import { tellFailure } from '../../commands/tellFailure.ts';
import { Button, Modal, Segmented } from '../../controls/index.ts';
import { useSession, useSessionState } from '../../session.tsx';
import { useResolvedTheme } from '../../theme/useTheme.ts';
import type { DialogProps } from '../dialogs/types.ts';
import { usePicture } from './usePicture.ts';
import styles from './PictureDialog.module.css';

type Format = 'svg' | 'png' | 'mermaid';

const FORMATS: readonly { value: Format; title: string }[] = [
  { value: 'svg', title: 'SVG' },
  { value: 'png', title: 'PNG' },
  { value: 'mermaid', title: 'Mermaid' },
];

const ABOUT: Readonly<Record<Format, string>> = {
  svg: 'Sharp at any size; for documents, slides and web pages.',
  png: 'Pixels; for chats, tickets and wherever SVG is not taken.',
  mermaid:
    'A chart as text, for Markdown on GitHub, GitLab and the like. It is laid out there, and looks different.',
};

/** The canvas as a file to put elsewhere. */
export function PictureDialog({ onClose }: DialogProps) {
  const session = useSession();
  const [format, setFormat] = useState<Format>('svg');
  const [theme, setTheme] = useState<PictureTheme>(useResolvedTheme());
  const [transparent, setTransparent] = useState(false);
  const [fonts, setFonts] = useState(true);
  const [whole, setWhole] = useState(true);
  const [wanted, setWanted] = useState(2);
  // As it is when the dialog opens: behind it nobody moves the canvas.
  const [inView] = useState(() => panes.canvas?.inView() ?? null);
  const { picture, failure, stale } = usePicture({
    theme,
    transparent,
    part: whole ? null : inView,
    fonts: fonts || format === 'png',
  });
  const name = useSessionState((state) => state.workspace.name);
  const drawn = useSessionState((state) => state.analysis.drawn);
  const isPart = useSessionState((state) => state.analysis.drawn !== state.analysis.topology);
  const chart = useMemo(() => (format === 'mermaid' ? mermaid(drawn) : ''), [format, drawn]);
  const address = useMemo(
    () => (picture === null ? null : `data:image/svg+xml,${encodeURIComponent(picture.svg)}`),
    [picture],
  );
  const most = picture ? largestScale(picture) : null;
  const scale = Math.min(wanted, most ?? 1);
  const refusal = format === 'png' && picture ? tooLarge(picture, scale) : null;
  const ready = format === 'mermaid' || (picture !== null && !stale && refusal === null);

  const told = (what: string) =>
    session.dispatch({ type: 'notify', notice: { tone: 'info', title: `${what} copied` } });
  const failed = tellFailure(session, 'The picture could not be made');

  const take = async () => {
    if (format === 'mermaid') return download(`${name}.mmd`, chart);
    if (!picture) return;
    if (format === 'svg') return download(`${name}.svg`, picture.svg);
    const png = await pngOf(picture, scale);
    download(`${name}.png`, new Uint8Array(await png.arrayBuffer()));
  };
  const copy = async () => {
    if (format === 'mermaid') await copyText(chart);
    else if (format === 'svg' && picture) await copyText(picture.svg);
    else if (picture) await copyImage(pngOf(picture, scale));
    told(format === 'mermaid' ? 'Mermaid chart' : format === 'svg' ? 'SVG text' : 'Picture');
  };

  return (
    <Modal
      title="Export picture"
      wide="full"
      onClose={onClose}
      actions={
        <>
          <Button disabled={!ready} onClick={() => void copy().catch(failed)}>
            {format === 'png' ? 'Copy picture' : 'Copy text'}
          </Button>
          <Button look="primary" disabled={!ready} onClick={() => void take().catch(failed)}>
            Download {FORMATS.find(({ value }) => value === format)?.title}
          </Button>
        </>
      }
    >
      <div className={styles.columns}>
        <div className={styles.options}>
          <Option title="Format" words={ABOUT[format]}>
            <Segmented label="Format" value={format} options={FORMATS} onChange={setFormat} wide />
          </Option>
          {format !== 'mermaid' && (
            <>
              <Option
                title="What"
                words={
                  isPart ? 'As the canvas shows it: what is hidden or collapsed there stays so.' : undefined
                }
              >
                <Segmented
                  label="What"
                  value={whole ? 'whole' : 'part'}
                  options={[
                    { value: 'whole', title: 'Whole canvas' },
                    { value: 'part', title: 'Part in view', disabled: inView === null },
                  ]}
                  onChange={(value) => setWhole(value === 'whole')}
                  wide
                />
              </Option>
              <Option title="Colours">
                <Segmented
                  label="Colours"
                  value={theme}
                  options={[
                    { value: 'light', title: 'Light' },
                    { value: 'dark', title: 'Dark' },
                  ]}
                  onChange={setTheme}
                  wide
                />
              </Option>
              {format === 'png' && (
                <Option title="Size" words={refusal ?? sizeWords(picture, scale)}>
                  <Segmented
                    label="Size"
                    value={String(scale)}
                    options={PICTURE_SCALES.map((each) => ({
                      value: String(each),
                      title: `${each}×`,
                      disabled: most !== null && each > most,
                    }))}
                    onChange={(value) => setWanted(Number(value))}
                    wide
                  />
                </Option>
              )}
              <div className={styles.checks}>
                <Check checked={transparent} onChange={setTransparent}>
                  Without a background
                </Check>
                {format === 'svg' && (
                  <Check checked={fonts} onChange={setFonts}>
                    With its fonts (about 120 kB)
                  </Check>
                )}
              </div>
              {failure && <p className={styles.failure}>{failure}</p>}
            </>
          )}
        </div>
        {format === 'mermaid' ? (
          <textarea
            className={styles.chart}
            aria-label="Mermaid chart"
            readOnly
            value={chart}
            spellCheck={false}
          />
        ) : (
          <div className={styles.preview} data-theme-ground={theme} data-bare={transparent || undefined}>
            {address ? (
              <img src={address} alt={`The canvas of ${name}`} />
            ) : (
              <output className={styles.waiting}>Drawing…</output>
            )}
          </div>
        )}
      </div>
    </Modal>
  );
}

const sizeWords = (picture: { width: number; height: number } | null, scale: number) =>
  picture ? `${Math.round(picture.width * scale)} × ${Math.round(picture.height * scale)} pixels` : undefined;

function Option({
  title,
  words,
  children,
}: {
  title: string;
  words?: string | undefined;
  children: ReactNode;
}) {
  return (
    <div className={styles.option}>
      <span className={styles.title} aria-hidden="true">
        {title}
      </span>
      {children}
      {words && <p className={styles.words}>{words}</p>}
    </div>
  );
}

function Check({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className={styles.check}>
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{children}</span>
    </label>
  );
}
