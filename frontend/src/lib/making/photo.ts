const LONGEST = 1280
const QUALITY = 0.82

/**
 * The picture made small enough to lie on the phone. It is painted anew, so nothing of what a camera writes into a file
 * (place, time, device) is left. Throws when the browser cannot read it.
 */
export async function shrunk(file: Blob): Promise<Blob> {
  const picture = await createImageBitmap(file)
  const { width, height } = sizeWithin(picture.width, picture.height, LONGEST)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height)
  picture.close()
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => {
        if (blob) resolve(blob)
        else reject(new Error('The picture could not be written.'))
      },
      'image/jpeg',
      QUALITY,
    )
  })
}

/** No side longer than `longest`, the shape unchanged, nothing made larger. */
export function sizeWithin(width: number, height: number, longest: number) {
  const scale = Math.min(1, longest / Math.max(width, height))
  const scaled = (n: number) => Math.max(1, Math.round(n * scale))
  return { width: scaled(width), height: scaled(height) }
}
