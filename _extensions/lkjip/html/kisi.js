// The cells of some rows of a table at their places; a merged cell stands in all places it covers.
function kisi(rows) {
  const lines = rows.map(() => []);
  rows.forEach((row, y) => {
    let x = 0;
    for (const cell of row.cells) {
      while (lines[y][x] !== undefined) x += 1;
      for (let dy = 0; dy < cell.rowSpan && y + dy < lines.length; dy += 1) {
        for (let dx = 0; dx < cell.colSpan; dx += 1) lines[y + dy][x + dx] = cell;
      }
    }
  });
  return lines;
}
