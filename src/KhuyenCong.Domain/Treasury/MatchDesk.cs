namespace KhuyenCong.Domain.Treasury;

/// <summary>Đề nghị có thể khớp với một dòng, with the signs that speak for it.</summary>
/// <param name="Days">Between the line and the request; null where the request has no day yet.</param>
public sealed record MatchCandidate(PaymentFacts Request, MatchSigns Signs, int? Days)
{
    /// <summary>Khớp chính xác: amount to the đồng, number or beneficiary, near day.</summary>
    public bool IsExact => MayConfirm && Signs.HasFlag(MatchSigns.SameAmount | MatchSigns.NearDay)
        && (Signs & (MatchSigns.SameNumber | MatchSigns.NamesRequest | MatchSigns.SameBeneficiary | MatchSigns.AlikeBeneficiary | MatchSigns.NamesAccount)) != 0;

    /// <summary>Whether it may be confirmed now; one that is approved and not sent yet is shown, so that it is sent first.</summary>
    public bool MayConfirm => Request.IsPaid || Request.MayBePaid;

    /// <summary>How much speaks for it; two that are equal in this are for people to tell apart.</summary>
    public int Weight =>
        Of(MatchSigns.SameAmount, 200) + Of(MatchSigns.SameNumber, 100) + Of(MatchSigns.NamesRequest, 100) + Of(MatchSigns.NamesAccount, 60)
        + Of(MatchSigns.SameBeneficiary, 50) + Of(MatchSigns.AlikeBeneficiary, 40) + Of(MatchSigns.NearDay, 20);

    private int Of(MatchSigns sign, int weight) => Signs.HasFlag(sign) ? weight : 0;
}

/// <summary>Tìm đề nghị khớp: a pure search over open requests, indexed so that no line looks at all of them.</summary>
public sealed class MatchDesk
{
    /// <summary>Days between the paper and the line within which they are near.</summary>
    public const int NearDays = 15;

    private const int ShortestVoucherNumber = 5;

    // What one index entry yields at most: a thousand equal requests tell nobody anything.
    private const int MostOfOneKey = 60;

    private readonly ILookup<(LineDirection, Dong), Known> byAmount;
    private readonly ILookup<(LineDirection, Dong, string), Known> byAmountAndKey;
    private readonly ILookup<(LineDirection, string), Known> byKey;

    public MatchDesk(IEnumerable<PaymentFacts> requests)
    {
        var open = requests.Where(r => r.Rest > Dong.Zero).Select(r => new Known(r)).ToList();
        byAmount = open.ToLookup(k => (k.Request.Direction, k.Request.Rest));
        var keyed = open.SelectMany(k => k.Keys.Select(key => (Key: key, Known: k))).ToList();
        byAmountAndKey = keyed.ToLookup(k => (k.Known.Request.Direction, k.Known.Request.Rest, k.Key), k => k.Known);
        byKey = keyed.ToLookup(k => (k.Known.Request.Direction, k.Key), k => k.Known);
    }

    /// <summary>What open requests are still to be matched with: a line of another rest is proposed to none of them.</summary>
    public IReadOnlyCollection<Dong> Rests => [.. byAmount.Select(g => g.Key.Item2).Distinct()];

    /// <summary>The likeliest requests of a line, best first.</summary>
    public IReadOnlyList<MatchCandidate> Of(StatementLine line, int most = 5)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Rest == Dong.Zero || line.State is LineState.Explained ? [] : [.. Found(new(line)).Where(IsLikely).OrderByDescending(c => c.IsExact).ThenByDescending(c => c.Weight).ThenBy(c => c.Days is { } days ? Math.Abs(days) : int.MaxValue).ThenBy(c => c.Request.Code, StringComparer.Ordinal).Take(most)];
    }

    /// <summary>Exact matches that stand out: of every line and every request at most one. Where two are equally likely, people decide.</summary>
    public IReadOnlyDictionary<Guid, MatchCandidate> Proposals(IEnumerable<StatementLine> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var pairs = lines.Where(l => l.Rest > Dong.Zero && l.State is not LineState.Explained).SelectMany(l => Found(new(l)).Where(c => c.IsExact).Select(c => (Line: l.StatementLineId, Candidate: c))).ToList();
        var (proposed, taken) = (new Dictionary<Guid, MatchCandidate>(), new HashSet<Guid>());
        foreach (var equal in pairs.GroupBy(p => p.Candidate.Weight).OrderByDescending(g => g.Key))
        {
            var free = equal.Where(p => !taken.Contains(p.Line) && !taken.Contains(p.Candidate.Request.PaymentRequestId)).ToList();
            var ofLine = free.GroupBy(p => p.Line).ToDictionary(g => g.Key, g => g.Count());
            var ofRequest = free.GroupBy(p => p.Candidate.Request.PaymentRequestId).ToDictionary(g => g.Key, g => g.Count());
            foreach (var (line, candidate) in free)
            {
                if (ofLine[line] == 1 && ofRequest[candidate.Request.PaymentRequestId] == 1)
                {
                    proposed[line] = candidate;
                }

                taken.Add(line);
                taken.Add(candidate.Request.PaymentRequestId);
            }
        }

        return proposed;
    }

    /// <summary>A line of another amount is a candidate only if a name or a number speaks for it.</summary>
    private static bool IsLikely(MatchCandidate candidate) => candidate.Weight > 20;

    private IEnumerable<MatchCandidate> Found(Sought sought)
    {
        var direction = sought.Line.Direction;
        var same = byAmount[(direction, sought.Line.Rest)];
        var found = new Dictionary<Guid, Known>();
        foreach (var known in same.Take(MostOfOneKey).Concat(sought.Keys.SelectMany(k => byAmountAndKey[(direction, sought.Line.Rest, k)].Take(MostOfOneKey))).Concat(sought.Keys.SelectMany(k => byKey[(direction, k)].Take(MostOfOneKey))))
        {
            found.TryAdd(known.Request.PaymentRequestId, known);
        }

        return found.Values.Select(k => Weighed(sought, k));
    }

    private static MatchCandidate Weighed(Sought sought, Known known)
    {
        var (line, request) = (sought.Line, known.Request);
        var signs = line.Rest == request.Rest ? MatchSigns.SameAmount : line.Rest > request.Rest ? MatchSigns.LineIsMore : MatchSigns.LineIsLess;
        signs |= known.Number.Length > 0 && known.Number == sought.Number ? MatchSigns.SameNumber : MatchSigns.None;
        signs |= known.Code.Length > 0 && sought.Words.Contains(known.Code) ? MatchSigns.NamesRequest : MatchSigns.None;
        signs |= known.Account.Length > 0 && sought.Words.Contains(known.Account) ? MatchSigns.NamesAccount : MatchSigns.None;
        signs |= known.Name.Length > 0 && known.Name == sought.Name ? MatchSigns.SameBeneficiary : StatementText.IsAlike(known.Name, sought.Name) ? MatchSigns.AlikeBeneficiary : MatchSigns.None;
        var days = request.Day is { } day ? line.On.DayNumber - day.DayNumber : (int?)null;

        // Money does not leave before the request was sent; what was paid by hand may carry a day a little off.
        var isNear = days is { } between && between <= NearDays && between >= (request.IsPaid ? -NearDays : 0);
        return new(request, signs | (isNear ? MatchSigns.NearDay : MatchSigns.None), days);
    }

    /// <summary>A request with its keys, made once.</summary>
    private sealed class Known(PaymentFacts request)
    {
        public PaymentFacts Request { get; } = request;

        public string Number { get; } = StatementText.NumberKey(request.TreasuryNumber);

        public string Code { get; } = Telling(StatementText.NumberKey(request.Code), request.IsVoucher);

        public string Account { get; } = StatementText.NumberKey(request.BeneficiaryAccount);

        public string Name { get; } = StatementText.NameKey(request.Beneficiary);

        public IEnumerable<string> Keys => new[] { Keyed('s', Number), Keyed('m', Code), Keyed('m', Account), Keyed('n', Name) }.OfType<string>();

        /// <summary>People number vouchers as they like: "01" in the text of a line says nothing.</summary>
        private static string Telling(string code, bool isVoucher) => isVoucher && code.Length < ShortestVoucherNumber ? "" : code;
    }

    /// <summary>A line with its keys, made once for each search.</summary>
    private sealed class Sought(StatementLine line)
    {
        public StatementLine Line { get; } = line;

        public string Number { get; } = StatementText.NumberKey(line.DocumentNumber);

        public string Name { get; } = StatementText.NameKey(line.Beneficiary);

        public HashSet<string> Words { get; } = [.. StatementText.NumberWords(line.SearchText)];

        public IEnumerable<string> Keys => new[] { Keyed('s', Number), Keyed('n', Name) }.OfType<string>().Concat(Words.Select(w => "m" + w));
    }

    /// <summary>Numbers, mentions and names never meet under one key.</summary>
    private static string? Keyed(char kind, string key) => key.Length == 0 ? null : kind + key;
}
