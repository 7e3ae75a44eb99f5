// What the parts of packages that articles are read with export, where the packages ship no types.
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs';
