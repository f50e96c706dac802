import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.*;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/**
 * Lucene's side of relevance.py: java -cp JAR LuceneRelevance.java TEXTS.tsv QUESTIONS.tsv. Rows are id and text. Prints for each analyser and
 * question the analyser, the id and the rank of the text of the same id among the first 100, 0 for none; any of the words may do.
 */
public class LuceneRelevance {
  public static void main(String[] a) throws Exception {
    var analysers = new LinkedHashMap<String, Analyzer>();
    analysers.put("standard", new StandardAnalyzer(CharArraySet.EMPTY_SET));
    analysers.put("english", new EnglishAnalyzer());
    for (var analyser : analysers.entrySet()) {
      var folder = new ByteBuffersDirectory();
      try (var writer = new IndexWriter(folder, new IndexWriterConfig(analyser.getValue()))) {
        for (String line : Files.readAllLines(Path.of(a[0]))) {
          var document = new Document();
          document.add(new StringField("id", line.split("\t", 2)[0], Field.Store.YES));
          document.add(new TextField("text", line.split("\t", 2)[1], Field.Store.NO));
          writer.addDocument(document);
        }
      }
      var searcher = new IndexSearcher(DirectoryReader.open(folder));
      for (String line : Files.readAllLines(Path.of(a[1]))) {
        String[] row = line.split("\t", 2);
        System.out.println(analyser.getKey() + "\t" + row[0] + "\t" + rank(searcher, query(analyser.getValue(), row[1]), row[0]));
      }
    }
  }

  static Query query(Analyzer analyser, String text) throws Exception {
    var words = new LinkedHashSet<String>();
    try (var tokens = analyser.tokenStream("text", text)) {
      var term = tokens.getAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class);
      tokens.reset();
      while (tokens.incrementToken()) words.add(term.toString());
      tokens.end();
    }
    var any = new BooleanQuery.Builder();
    for (String word : words) any.add(new TermQuery(new Term("text", word)), BooleanClause.Occur.SHOULD);
    return any.build();
  }

  static int rank(IndexSearcher searcher, Query query, String id) throws Exception {
    ScoreDoc[] hits = searcher.search(query, 100).scoreDocs;
    for (int i = 0; i < hits.length; i++) if (searcher.storedFields().document(hits[i].doc).get("id").equals(id)) return i + 1;
    return 0;
  }
}
