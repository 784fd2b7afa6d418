using KhuyenCong.Data;
using KhuyenCong.Domain.Organisations;
using KhuyenCong.Web.Access;
using KhuyenCong.Web.Forms;
using KhuyenCong.Web.Pages.Home;
using Microsoft.EntityFrameworkCore;

namespace KhuyenCong.Web.Pages.Surveys;

/// <summary>Surveys that wait for the viewer: sheets to fill at home, or communes that are late.</summary>
public static class SurveyWork
{
    public static async Task<IEnumerable<WorkItem>> OfAsync(KhuyenCongDb db, Viewer viewer, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(viewer);
        ArgumentNullException.ThrowIfNull(clock);
        var (fills, keeps) = (viewer.Reach(Act.EditEstablishments) is Scope.Commune, viewer.Can(Act.CurateEstablishments));
        if (!fills && !keeps)
        {
            return [];
        }

        var book = new SurveyBook(db, viewer, clock);
        List<WorkItem> work = [];
        foreach (var round in (await db.SurveyRounds.AsNoTracking().Where(r => r.ClosedOn == null).ToListAsync()).Where(viewer.MaySee))
        {
            if (!fills && !round.IsOverdue(clock.Today))
            {
                continue;
            }

            var progress = await book.ProgressAsync(round, CancellationToken.None);
            var (left, late) = (progress.Sum(p => p.Left), progress.Count(p => p.Left > 0));
            if (left > 0)
            {
                work.Add(fills
                    ? new("Phiếu khảo sát", round.Title, $"Số liệu năm {round.Year}; còn {left} trong {progress.Sum(p => p.Establishments)} cơ sở chưa có phiếu", round.OpenedOn, round.Deadline, "Điền phiếu", $"/khao-sat/{round.SurveyRoundId}/phieu?con=true")
                    : new("Khảo sát quá hạn", round.Title, $"{late} xã, phường, đặc khu chưa xong khi hết hạn {round.Deadline.Text()}", round.OpenedOn, round.Deadline, "Xem tiến độ", $"/khao-sat/{round.SurveyRoundId}?con=true"));
            }
            else if (keeps && round.IsOverdue(clock.Today))
            {
                work.Add(new("Khảo sát đã xong", round.Title, "Mọi cơ sở đã có phiếu; đợt chưa kết thúc", round.OpenedOn, null, "Kết thúc đợt", $"/khao-sat/{round.SurveyRoundId}"));
            }
        }

        return work;
    }
}
