import { useEffect, useMemo, useState } from 'react';
import {
  svgPicture,
  type Picture,
  type PictureFont,
  type PictureOptions,
  type PictureTheme,
} from '../../../exchange/index.ts';
import type { Rect } from '../../../topology/index.ts';
import { useSessionState } from '../../session.tsx';
import { pictureFonts } from './fonts.ts';
import { useAllWays } from './useAllWays.ts';

export interface PictureWishes {
  readonly theme: PictureTheme;
  readonly transparent: boolean;
  /** Only what is in view on the canvas. */
  readonly part: Rect | null;
  /** With the fonts inside; a picture of pixels has them always. */
  readonly fonts: boolean;
}

/** What was drawn, or why it could not be. */
export interface Drawing {
  readonly picture: Picture | null;
  readonly failure: string | null;
  /** What was wished for last is still being drawn: the picture is the one before. */
  readonly stale: boolean;
}

/** The canvas as a file, drawn when the dialog stands: of thousands of nodes that takes a moment. */
export function usePicture({ theme, transparent, part, fonts }: PictureWishes): Drawing {
  const placed = useSessionState((state) => state.analysis.placed);
  const ways = useAllWays(placed);
  const problems = useSessionState((state) => state.analysis.problems);
  const title = useSessionState((state) => state.workspace.name);
  const [drawing, setDrawing] = useState<Omit<Drawing, 'stale'> & { readonly of: object | null }>(NOTHING);
  // One object for each wish.
  const wish = useMemo(
    () => ({ ways, problems, title, theme, transparent, part, fonts }),
    [ways, problems, title, theme, transparent, part, fonts],
  );

  useEffect(() => {
    const { ways, problems, title, theme, transparent, part, fonts } = wish;
    if (!ways) return;
    let gone = false;
    const draw = (files: readonly PictureFont[], failure: string | null) => {
      if (gone) return;
      const options: PictureOptions = { theme, transparent, title, fonts: files, ...(part && { part }) };
      const picture = svgPicture(ways, problems, options);
      setDrawing({ picture, failure, of: wish });
    };
    const timer = setTimeout(() => {
      if (!fonts) return draw([], null);
      pictureFonts().then(
        (files) => draw(files, null),
        () => draw([], NO_FONTS),
      );
    });
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [wish]);
  const { picture, failure, of } = drawing;
  return { picture, failure, stale: of !== wish };
}

const NOTHING = { picture: null, failure: null, of: null };

const NO_FONTS =
  'The fonts could not be fetched, so the picture is without them: it takes those of whoever looks at it.';
