package mganalyze.oc.value;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Sorts as Go's {@code sort.Sort} does: insertion sort up to twelve elements, pattern-defeating
 * quicksort above. It is not stable, and kubectl's answers depend on where it leaves ties, so the
 * steps here are Go's, one by one.
 */
public final class GoSort<T> {
  /** Whether one comes before another; need not be a consistent order. */
  @FunctionalInterface
  public interface Less<T> {
    boolean test(T left, T right);
  }

  private static final int INSERTION = 12;
  private static final int NINTHER = 50;
  private static final int MOST_SWAPS = 12;
  private static final int SHIFT_ATTEMPTS = 5;

  private final List<T> data;
  private final Less<T> less;
  private int swaps;

  private GoSort(List<T> data, Less<T> less) {
    this.data = data;
    this.less = less;
  }

  /** A sorted copy. */
  public static <T> List<T> sorted(List<T> items, Less<T> less) {
    List<T> copy = new ArrayList<>(items);
    if (copy.size() > 1) {
      new GoSort<>(copy, less).sort(0, copy.size(), bits(copy.size()));
    }
    return copy;
  }

  private static int bits(int number) {
    return Integer.SIZE - Integer.numberOfLeadingZeros(number);
  }

  private boolean less(int i, int j) {
    return less.test(data.get(i), data.get(j));
  }

  private void swap(int i, int j) {
    Collections.swap(data, i, j);
  }

  private void sort(int from, int to, int depth) {
    int a = from;
    int b = to;
    int limit = depth;
    boolean balanced = true;
    boolean partitioned = true;
    while (true) {
      int length = b - a;
      if (length <= INSERTION) {
        insertionSort(a, b);
        return;
      }
      if (limit == 0) {
        heapSort(a, b);
        return;
      }
      if (!balanced) {
        breakPatterns(a, b);
        limit--;
      }
      int pivot = choosePivot(a, b);
      boolean increasing = swaps == 0;
      if (swaps == MOST_SWAPS) {
        Collections.reverse(data.subList(a, b));
        pivot = b - 1 - (pivot - a);
        increasing = true;
      }
      if (balanced && partitioned && increasing && shiftFew(a, b)) {
        return;
      }
      if (a > 0 && !less(a - 1, pivot)) {
        a = partitionEqual(a, b, pivot);
        continue;
      }
      int middle = partition(a, b, pivot);
      partitioned = middle < 0;
      if (partitioned) {
        middle = -middle - 1;
      }
      int left = middle - a;
      int right = b - middle;
      if (left < right) {
        balanced = left >= length / 8;
        sort(a, middle, limit);
        a = middle + 1;
      } else {
        balanced = right >= length / 8;
        sort(middle + 1, b, limit);
        b = middle;
      }
    }
  }

  private void insertionSort(int a, int b) {
    for (int i = a + 1; i < b; i++) {
      for (int j = i; j > a && less(j, j - 1); j--) {
        swap(j, j - 1);
      }
    }
  }

  private void heapSort(int a, int b) {
    int size = b - a;
    for (int i = (size - 1) / 2; i >= 0; i--) {
      siftDown(i, size, a);
    }
    for (int i = size - 1; i >= 0; i--) {
      swap(a, a + i);
      siftDown(0, i, a);
    }
  }

  private void siftDown(int start, int size, int first) {
    int root = start;
    while (true) {
      int child = 2 * root + 1;
      if (child >= size) {
        return;
      }
      if (child + 1 < size && less(first + child, first + child + 1)) {
        child++;
      }
      if (!less(first + root, first + child)) {
        return;
      }
      swap(first + root, first + child);
      root = child;
    }
  }

  private void breakPatterns(int a, int b) {
    int length = b - a;
    long random = length;
    int mask = (1 << bits(length)) - 1;
    int index = a + length / 4 * 2;
    for (int i = 0; i < 3; i++) {
      random ^= random << 13;
      random ^= random >>> 17;
      random ^= random << 5;
      int other = (int) (random & mask);
      if (other >= length) {
        other -= length;
      }
      swap(index - 1 + i, a + other);
    }
  }

  /** Counts in {@link #swaps} how far from sorted the samples are. */
  private int choosePivot(int a, int b) {
    swaps = 0;
    int length = b - a;
    int i = a + length / 4;
    int j = a + length / 4 * 2;
    int k = a + length / 4 * 3;
    if (length >= NINTHER) {
      i = median(i - 1, i, i + 1);
      j = median(j - 1, j, j + 1);
      k = median(k - 1, k, k + 1);
    }
    return median(i, j, k);
  }

  private int median(int first, int second, int third) {
    int a = first;
    int b = second;
    int c = third;
    if (less(b, a)) {
      swaps++;
      int t = a;
      a = b;
      b = t;
    }
    if (less(c, b)) {
      swaps++;
      b = c;
    }
    if (less(b, a)) {
      swaps++;
      b = a;
    }
    return b;
  }

  private boolean shiftFew(int a, int b) {
    int i = a + 1;
    for (int attempt = 0; attempt < SHIFT_ATTEMPTS; attempt++) {
      while (i < b && !less(i, i - 1)) {
        i++;
      }
      if (i == b) {
        return true;
      }
      if (b - a < NINTHER) {
        return false;
      }
      swap(i, i - 1);
      if (i - a >= 2) {
        for (int j = i - 1; j >= 1 && less(j, j - 1); j--) {
          swap(j, j - 1);
        }
      }
      if (b - i >= 2) {
        for (int j = i + 1; j < b && less(j, j - 1); j++) {
          swap(j, j - 1);
        }
      }
    }
    return false;
  }

  private int partitionEqual(int a, int b, int pivot) {
    swap(a, pivot);
    int i = a + 1;
    int j = b - 1;
    while (true) {
      while (i <= j && !less(a, i)) {
        i++;
      }
      while (i <= j && less(a, j)) {
        j--;
      }
      if (i > j) {
        return i;
      }
      swap(i++, j--);
    }
  }

  /** The pivot's place p; -p - 1 where nothing had to move. */
  private int partition(int a, int b, int pivot) {
    swap(a, pivot);
    int i = a + 1;
    int j = b - 1;
    boolean moved = false;
    while (true) {
      while (i <= j && less(i, a)) {
        i++;
      }
      while (i <= j && !less(j, a)) {
        j--;
      }
      if (i > j) {
        swap(j, a);
        return moved ? j : -j - 1;
      }
      swap(i++, j--);
      moved = true;
    }
  }
}
