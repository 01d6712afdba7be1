/**
 * Blocks of code for the corpus, by language. {f} is a name, {c} a comment, {n} a number.
 */

export const NAMES = ['solve', 'Cache', 'search', 'update', 'Worker', 'loader'];

export const CODE = {
  python: [
    `import numpy as np

def {f}(x, w, lr=1e-3):
    """{c}"""
    for step in range({n}):
        y = np.dot(x, w)
        grad = x.T @ (y - 1) / len(x)
        w -= lr * grad
        if step % 100 == 0:
            print(f"step={step} loss={np.mean(y):.4f}")
    return w`,
    `class {f}:
    # {c}
    def __init__(self, size={n}):
        self.size = size
        self.items = {}

    def get(self, key, default=None):
        if key in self.items:
            return self.items[key]
        return default

    def put(self, key, value):
        if len(self.items) >= self.size:
            self.items.pop(next(iter(self.items)))
        self.items[key] = value`,
  ],
  cpp: [
    `#include <iostream>
#include <vector>
using namespace std;

// {c}
int {f}(const vector<int>& a, int k) {
    int lo = 0, hi = (int)a.size() - 1;
    while (lo <= hi) {
        int mid = lo + (hi - lo) / 2;
        if (a[mid] == k) return mid;
        if (a[mid] < k) lo = mid + 1; else hi = mid - 1;
    }
    return -{n};
}`,
    `template <typename T>
class {f} {
public:
    explicit {f}(size_t n = {n}) : cap(n) {}
    void push(const T& v) { // {c}
        if (buf.size() == cap) buf.erase(buf.begin());
        buf.push_back(v);
    }
private:
    size_t cap;
    std::vector<T> buf;
};`,
  ],
  js: [
    `const fs = require('fs');

// {c}
async function {f}(files, limit = {n}) {
  const out = new Map();
  let i = 0;
  await Promise.all(Array.from({ length: limit }, async () => {
    while (i < files.length) {
      const name = files[i++];
      out.set(name, await fs.promises.readFile(name, 'utf8'));
    }
  }));
  return out;
}`,
    `export default class {f} extends EventEmitter {
  constructor(options = {}) {
    super();
    this.options = { retries: {n}, ...options };
  }

  // {c}
  run(task) {
    return new Promise((resolve, reject) => {
      this.once('done', resolve);
      this.once('error', reject);
      task(this.options);
    });
  }
}`,
  ],
};
