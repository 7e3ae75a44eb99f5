// Where the map is looked at from.

/** Where the camera of the map is: Sigma's framed coordinates (0.5, 0.5 is the middle) and zoom (1 shows everything). */
export type Camera = { readonly x: number; readonly y: number; readonly ratio: number };

/** All of the map, from the middle. */
export const WHOLE: Camera = { x: 0.5, y: 0.5, ratio: 1 };
