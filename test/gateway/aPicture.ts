/** The beginning of a PNG that says it is this large. */
export function aPicture(width: number, height: number): Buffer {
  const header = Buffer.alloc(25);
  header.write('IHDR', 4);
  header.writeUInt32BE(13, 0);
  header.writeUInt32BE(width, 8);
  header.writeUInt32BE(height, 12);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, header]);
}
