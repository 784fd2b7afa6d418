namespace KhuyenCong.Domain.Appraisals;

/// <summary>Kiểm phiếu: the votes of those entitled, and what more than half of them make.</summary>
public sealed record Tally(int Pass, int Conditional, int Fail)
{
    /// <summary>Quá bán số phiếu đã bỏ: favourable votes together carry it; without a majority of plain ones it stays conditional. A tie does not pass.</summary>
    public AppraisalVote Result =>
        Pass * 2 > Pass + Conditional + Fail ? AppraisalVote.Pass
        : (Pass + Conditional) * 2 > Pass + Conditional + Fail ? AppraisalVote.ConditionalPass
        : AppraisalVote.Fail;

    public static Tally Of(IEnumerable<AppraisalSeat> entitled)
    {
        var votes = entitled.Select(s => s.Vote).OfType<AppraisalVote>().ToArray();
        return new(votes.Count(v => v is AppraisalVote.Pass), votes.Count(v => v is AppraisalVote.ConditionalPass), votes.Count(v => v is AppraisalVote.Fail));
    }

    /// <summary>The mean of the sums of those who scored, in tenths of a point, never rounded up.</summary>
    public static int? ScoreTenths(IEnumerable<AppraisalOpinion> opinions)
    {
        var sums = opinions.Where(o => o.Scores.Count > 0).Select(o => o.Scores.Sum(s => s.Points)).ToArray();
        return sums.Length == 0 ? null : sums.Sum() * 10 / sums.Length;
    }
}
