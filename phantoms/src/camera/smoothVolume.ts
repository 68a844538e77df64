/** Convolves a volume (x fastest) with a symmetric kernel of odd length along each axis, in place. Beyond its edges a volume goes on as at the edge. */
export function smoothVolume(data: Float32Array, size: readonly number[], kernel: Float64Array): void {
  let stride = 1;
  for (const length of size) {
    const line = new Float32Array(length);
    for (let block = 0; length > 1 && block < data.length; block += stride * length) {
      for (let start = block; start < block + stride; start++) {
        for (let i = 0; i < length; i++) line[i] = data[start + i * stride] ?? 0;
        convolveLine(line, kernel, data, start, stride);
      }
    }
    stride *= length;
  }
}

function convolveLine(line: Float32Array, kernel: Float64Array, target: Float32Array, start: number, stride: number): void {
  const reach = (kernel.length - 1) / 2;
  const last = line.length - 1;
  for (let i = 0; i <= last; i++) {
    let sum = 0;
    for (let n = -reach; n <= reach; n++) sum += (kernel[n + reach] ?? 0) * (line[i + n < 0 ? 0 : i + n > last ? last : i + n] ?? 0);
    target[start + i * stride] = sum;
  }
}
