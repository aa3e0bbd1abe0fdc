import { Drawer } from '../../drawer/index.ts';

/** The drawer where it is a pane like others: always open. */
export const LoneDrawer = () => <Drawer alone />;
