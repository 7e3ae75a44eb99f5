// The part of the edtf package that date.ts uses; the package ships no types.
declare module 'edtf' {
  export default function edtf(
    date: string,
    constraints: { level: 0 | 1 | 2; types: string[] },
  ): { min: number; max: number };
}
