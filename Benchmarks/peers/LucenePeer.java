import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/**
 * Lucene's side of the comparison; compare.py runs it: java -cp JAR LucenePeer.java index FOLDER ROWS.tsv stored|bare, or query FOLDER
 * QUERIES.tsv PASSES. Rows are number, num, text; queries are class and arguments. Prints JSON Lines.
 */
public class LucenePeer {
  public static void main(String[] a) throws Exception {
    if (a[0].equals("index")) index(Path.of(a[1]), Path.of(a[2]), a[3].equals("stored"));
    else query(Path.of(a[1]), Path.of(a[2]), Integer.parseInt(a[3]));
  }

  static void index(Path folder, Path rows, boolean stored) throws Exception {
    List<String[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(rows)) all.add(line.split("\t", 3));
    var settings = new IndexWriterConfig(new StandardAnalyzer(CharArraySet.EMPTY_SET)).setRAMBufferSizeMB(256);
    settings.setMergeScheduler(new SerialMergeScheduler());
    long start = System.nanoTime();
    try (var writer = new IndexWriter(FSDirectory.open(folder), settings)) {
      for (String[] row : all) {
        var document = new Document();
        document.add(new StoredField("id", Integer.parseInt(row[0])));
        document.add(new IntPoint("num", Integer.parseInt(row[1])));
        document.add(new NumericDocValuesField("num", Integer.parseInt(row[1])));
        document.add(new TextField("text", row[2], stored ? Field.Store.YES : Field.Store.NO));
        writer.addDocument(document);
      }
      writer.commit();
      System.out.printf("{\"seconds\": %.4f}%n", (System.nanoTime() - start) / 1e9);
      writer.forceMerge(1);
    }
  }

  static Query make(String[] q) {
    String kind = q[0];
    if (kind.equals("term1")) return new TermQuery(new Term("text", q[1]));
    if (kind.equals("prefix")) return new PrefixQuery(new Term("text", q[1]));
    if (kind.startsWith("phrase")) return new PhraseQuery("text", Arrays.copyOfRange(q, 1, q.length));
    var parts = new BooleanQuery.Builder();
    if (kind.equals("range_term")) {
      int low = Integer.parseInt(q[2]), high = Integer.parseInt(q[3]) - 1;
      var slow = NumericDocValuesField.newSlowRangeQuery("num", low, high);
      parts.add(new TermQuery(new Term("text", q[1])), BooleanClause.Occur.MUST);
      parts.add(new IndexOrDocValuesQuery(IntPoint.newRangeQuery("num", low, high), slow), BooleanClause.Occur.FILTER);
    } else {
      var occur = kind.startsWith("or") ? BooleanClause.Occur.SHOULD : BooleanClause.Occur.MUST;
      for (int i = 1; i < q.length; i++) parts.add(new TermQuery(new Term("text", q[i])), occur);
    }
    return parts.build();
  }

  static Object ask(IndexSearcher searcher, String[] q) throws Exception {
    Query query = make(q);
    return q[0].equals("count_and") ? searcher.count(query) : searcher.search(query, TopScoreDocCollector.createSharedManager(10, null, 10));
  }

  static volatile Object sink;

  static void query(Path folder, Path queries, int passes) throws Exception {
    var searcher = new IndexSearcher(DirectoryReader.open(new MMapDirectory(folder)));
    searcher.setQueryCache(null);
    List<String[]> all = new ArrayList<>();
    for (String line : Files.readAllLines(queries)) all.add(line.split("\t"));
    for (int warm = 0; warm < 20; warm++) for (String[] q : all) sink = ask(searcher, q);
    double[][] times = new double[all.size()][passes];
    for (int pass = 0; pass < passes; pass++)
      for (int i = 0; i < all.size(); i++) {
        long start = System.nanoTime();
        sink = ask(searcher, all.get(i));
        times[i][pass] = (System.nanoTime() - start) / 1e3;
      }
    for (int i = 0; i < all.size(); i++) {
      Arrays.sort(times[i]);
      System.out.printf("{\"class\": \"%s\", \"microseconds\": %.3f}%n", all.get(i)[0], times[i][passes / 2]);
    }
  }
}
