using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace KhuyenCong.Web.Hosting;

/// <summary>The framework's and our own meters as Prometheus text: no exporter package restores, and a listener with counters is all it takes.</summary>
public sealed class Metrics : IDisposable
{
    private static readonly double[] Buckets = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
    private static readonly string[] Meters = ["Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Identity", "System.Runtime", "Npgsql", "Microsoft.EntityFrameworkCore"];
    private readonly ConcurrentDictionary<string, Series> series = new();
    private readonly MeterListener listener = new();

    public Metrics()
    {
        listener.InstrumentPublished = (instrument, self) =>
        {
            if (Meters.Contains(instrument.Meter.Name))
            {
                self.EnableMeasurementEvents(instrument);
            }
        };
        listener.SetMeasurementEventCallback<int>((i, value, tags, _) => Count(i, value, tags));
        listener.SetMeasurementEventCallback<long>((i, value, tags, _) => Count(i, value, tags));
        listener.SetMeasurementEventCallback<double>((i, value, tags, _) => Count(i, value, tags));
        listener.Start();
    }

    public string Text()
    {
        listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var group in series.Values.GroupBy(s => s.Name).OrderBy(g => g.Key, StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {group.Key} {group.First().Type}\n");
            foreach (var one in group)
            {
                one.Write(text);
            }
        }

        return text.ToString();
    }

    public void Dispose() => listener.Dispose();

    private void Count(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var labels = new StringBuilder();
        foreach (var (key, tag) in tags)
        {
            if (key is "error.type" or "http.route" or "http.request.method" or "http.response.status_code" || !instrument.Name.StartsWith("http.", StringComparison.Ordinal))
            {
                labels.Append(labels.Length > 0 ? "," : "").Append(Name(key)).Append("=\"").Append(tag?.ToString()?.Replace("\\", "\\\\").Replace("\"", "\\\"").Replace("\n", " ")).Append('"');
            }
        }

        series.GetOrAdd(instrument.Name + labels, _ => new Series(Name(instrument.Name), instrument, labels.ToString())).Add(value);
    }

    private static string Name(string name) => name.Replace('.', '_').Replace('-', '_');

    private sealed class Series(string name, Instrument instrument, string labels)
    {
        private readonly Lock gate = new();
        private readonly bool isHistogram = instrument.GetType().Name.StartsWith("Histogram", StringComparison.Ordinal);
        private readonly bool replaces = instrument.IsObservable;
        private readonly long[] counts = new long[Buckets.Length];
        private double sum;
        private long count;

        public string Name => name;

        public string Type => isHistogram ? "histogram" : instrument.GetType().Name.Contains("UpDown", StringComparison.Ordinal) || instrument.GetType().Name.Contains("Gauge", StringComparison.Ordinal) ? "gauge" : "counter";

        public void Add(double value)
        {
            lock (gate)
            {
                sum = replaces ? value : sum + value;
                count++;
                for (var i = 0; isHistogram && i < Buckets.Length; i++)
                {
                    counts[i] += value <= Buckets[i] ? 1 : 0;
                }
            }
        }

        public void Write(StringBuilder text)
        {
            lock (gate)
            {
                var bare = labels.Length == 0 ? "" : "{" + labels + "}";
                if (!isHistogram)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}{bare} {sum}\n");
                    return;
                }

                var lead = labels.Length == 0 ? "" : labels + ",";
                for (var i = 0; i < Buckets.Length; i++)
                {
                    text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{lead}le=\"{Buckets[i]}\"}} {counts[i]}\n");
                }

                text.Append(CultureInfo.InvariantCulture, $"{name}_bucket{{{lead}le=\"+Inf\"}} {count}\n{name}_sum{bare} {sum}\n{name}_count{bare} {count}\n");
            }
        }
    }
}
